import type { Page, Request } from '@playwright/test';
import type { Explanation } from '../../core/explain.ts';
import type { Submission } from '../../core/submission/submission.gen.ts';
import { PopupPage } from '../../testing/popupPage.ts';
import type { Finding } from '../finding.ts';

/** Milliseconds until it opens by itself where nothing keeps it closed: no delay counts here. */
const selfOpening = 6_000;

/** Milliseconds for the popup to open, and for the collector to answer. */
const patience = 12_000;

/**
 * Opens the popup as a stranger sees it, follows its legal links, and sends one sign-up that is marked as a test and grants
 * nothing.
 *
 * @param isSent whether to send it
 */
export async function openAndSend(page: Page, url: URL, isSent: boolean): Promise<Finding[]> {
  page.setDefaultTimeout(patience);
  const popup = new PopupPage(page);
  const address = new URL(url);
  address.searchParams.set('ha', 'force');
  const taken = await markAsTest(page);
  await page.goto(address.href);
  const first = await popup.explain();
  const findings: Finding[] = [consentFinding(first)];
  if (first.gate === 'waiting') await popup.setConsent('granted');
  if (first.reason === 'misconfigured') {
    return [...findings, { about: 'popup', tone: 'bad', says: `it does not open: ${first.sentence}` }];
  }
  const opensByItself = await popup.dialog.waitFor({ timeout: selfOpening }).then(
    () => true,
    () => false,
  );
  if (!opensByItself) {
    findings.push(await closedFinding(popup));
    const opens = await popup.open().then(
      () => true,
      () => false,
    );
    if (!opens) return [...findings, { about: 'popup', tone: 'bad', says: 'it does not open by open() either' }];
  }
  const how = opensByItself ? 'it opens by itself' : 'it opens by open()';
  findings.push({ about: 'popup', tone: 'good', says: how }, ...(await legalFindings(page)));
  if (isSent) findings.push(await receiptFinding(popup, taken));
  return findings;
}

/** Posts of the popup go on as tests, whatever the page says, and grant nothing. */
async function markAsTest(page: Page): Promise<Request[]> {
  const taken: Request[] = [];
  await page.route('**/*', async (route) => {
    const request = route.request();
    const body = request.method() === 'POST' ? submissionIn(request.postData()) : undefined;
    if (!body) return route.fallback();
    taken.push(request);
    const consents = body.consents.map((consent) => ({ ...consent, granted: false }));
    return route.continue({ postData: JSON.stringify({ ...body, test: true, consents }) });
  });
  return taken;
}

function submissionIn(text: string | null): Submission | undefined {
  try {
    const body = JSON.parse(text ?? '') as Submission;
    return body.version === 1 && Array.isArray(body.consents) ? body : undefined;
  } catch {
    return undefined;
  }
}

function consentFinding({ gate }: Explanation): Finding {
  const says = {
    open: 'it may store at once',
    waiting: 'it waits for the answer of the cookie banner; from here on it is answered with yes',
    page: 'it stores nothing: nobody is recognised on a second visit',
    refused: 'the consent platform says no, for a visitor who has answered nothing',
  }[gate];
  return { about: 'storage consent', tone: gate === 'open' ? 'good' : 'note', says: says ?? gate };
}

/** Why it does not open by itself. That it waits for its visitor, or for the page, is what the owner wants. */
async function closedFinding(popup: PopupPage): Promise<Finding> {
  const { ask, keepsClosed, sentence, trigger } = await popup.explain();
  const isWanted = ask !== 'nothing' && keepsClosed.every(({ by }) => by === 'manual-trigger');
  const reasons = [
    ...keepsClosed.map(({ by, says }) => says ?? by),
    ...trigger.waitsFor,
    ...trigger.conditions.filter(({ holds }) => !holds).map(({ says }) => says),
  ];
  const why = ask === 'nothing' ? sentence : reasons.join('; ') || 'nothing says why';
  return { about: 'popup', tone: isWanted ? 'note' : 'bad', says: `it does not open by itself: ${why}` };
}

/** The addresses in what a visitor agrees to. */
async function legalFindings(page: Page): Promise<Finding[]> {
  const all = await page
    .locator('hello-again [data-ha-words] a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  const links = [...new Set(all)];
  if (links.length === 0) {
    return [
      {
        about: 'legal links',
        tone: 'bad',
        says: 'there is none in what the visitor agrees to',
        fix: 'Give terms and privacy.',
      },
    ];
  }
  return Promise.all(
    links.map(async (link): Promise<Finding> => {
      // Few pages answer HEAD.
      const status = await page.request
        .get(link, { timeout: patience })
        .then((response) => response.status())
        .catch(() => 0);
      const isAlive = status >= 200 && status < 400;
      const why = status === 0 ? 'cannot be reached' : `answers ${status}`;
      return { about: 'legal links', tone: isAlive ? 'good' : 'bad', says: `${link} ${isAlive ? 'is alive' : why}` };
    }),
  );
}

async function receiptFinding(popup: PopupPage, taken: readonly Request[]): Promise<Finding> {
  const about = 'receipt';
  if (!(await popup.email.isVisible()))
    return { about, tone: 'skipped', says: 'no email is asked for, and no number is tried' };
  await popup.submit({ email: 'doctor@example.com', mails: true });
  const end = Date.now() + patience;
  let state = await popup.state();
  while ((state === 'form' || state === 'sending') && Date.now() < end) {
    // What the form refuses by itself is not sent.
    if (state === 'form' && taken.length === 0 && (await popup.dialog.locator('[aria-invalid=true]').count()) > 0)
      break;
    await popup.dialog.page().waitForTimeout(100);
    state = await popup.state();
  }
  const { last } = await popup.explain();
  if (!last && taken.length === 0) {
    return { about, tone: 'skipped', says: 'the form asks for more than an email, so nothing was sent' };
  }
  if (state === 'success' || state === 'subscribed' || state === 'verify') {
    return { about, tone: 'good', says: `a sign-up that is marked as a test is taken (${last?.result ?? state})` };
  }
  const status = (await taken.at(-1)?.response())?.status();
  const answer = status === undefined ? 'no answer came' : `the answer was ${status}`;
  return {
    about,
    tone: 'bad',
    says: `a sign-up that is marked as a test is not taken: ${answer} (${last?.result ?? state})`,
  };
}
