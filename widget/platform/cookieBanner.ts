/** Banners that neither their words nor their place gives away, by names seen on public pages. */
const known =
  '#onetrust-banner-sdk,#CybotCookiebotDialog,#shopify-pc__banner,#usercentrics-root,#didomi-host,#iubenda-cs-banner,[id^=sp_message_container]';

const subject =
  /cookie|consent|gdpr|rgpd|dsgvo|\bcmp|datenschutz|privac|confidential|riservat|samtyc|prywatn|個人情報|개인정보/i;
const answers =
  /accept|agree|allow|got it|reject|decline|akzept|zustimm|ablehn|versta|autoris|refuse|acept|rechaz|aceit|accett|rifiut|akkoord|weiger|godkän|avvis|zgadz|odrzu|同意|동의/i;

/** Boxes above the page are looked for this near its top, and no more of them than this: a page may be large. */
const depth = 3;
const most = 300;

/** The elements that are a cookie banner by name, or by standing fixed above the page with such words and such buttons. */
export function cookieBanners(): Element[] {
  const found = [...document.querySelectorAll(known)];
  let level = [...(document.body?.children ?? [])];
  for (let i = 0, seen = 0; i < depth && seen < most; i += 1) {
    const next: Element[] = [];
    for (const element of level.slice(0, most - seen)) {
      seen += 1;
      if (element.localName.startsWith('hello-again')) continue;
      if (/fixed|sticky/.test(getComputedStyle(element).position)) {
        if (asksForConsent(element)) found.push(element);
      } else next.push(...element.children);
    }
    level = next;
  }
  return found;
}

function asksForConsent(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  // A button that opens the settings again is no banner.
  if (width * height < 12_000) return false;
  const label = `${element.id} ${element.className} ${element.getAttribute('aria-label') ?? ''}`;
  const frame = element.querySelector('iframe');
  if (frame && (subject.test(label) || subject.test(`${frame.id} ${frame.title} ${frame.src}`))) return true;
  const buttons = [...element.querySelectorAll('button,[role=button],a,input[type=button],input[type=submit]')].slice(
    0,
    20,
  );
  const hasAnswer = buttons.some((button) =>
    answers.test(button.textContent || (button as HTMLInputElement).value || ''),
  );
  return hasAnswer && (subject.test(label) || subject.test((element.textContent ?? '').slice(0, 3_000)));
}
