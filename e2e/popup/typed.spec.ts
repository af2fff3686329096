// What people type and paste, and what pages and programs do to it, on the built script. The tables of
// `widget/phone/test/typedNumbers.json` and `widget/core/contact/test/typedEmails.json` hold the many cases.

import type { Page } from '@playwright/test';
import { callingCode, countries, fillSilently, speaking, understood } from '../support/fields.ts';
import { expect, test } from '../support/fixtures.ts';
import type { Popup } from '../support/popup.ts';

const open = { storage: 'allowed', ha: 'force' } as const;
const byButton = { ...open, region: 'us' } as const;

/** Holds one of the script's files up until it is let go; what it answers then waits for the file to have come. */
async function hold(page: Page, name: string): Promise<() => Promise<unknown>> {
  let letGo = () => {};
  const isLetGo = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(`**/${name}`, async (route) => {
    await isLetGo;
    await route.fallback();
  });
  const come = page.waitForEvent(
    'requestfinished',
    (request) => /\/(hello-again\.[\w-]+)-\w{6}\.js$/.exec(request.url())?.[1] === name.replace('-*.js', ''),
  );
  return async () => {
    letGo();
    await come;
  };
}

/** Presses the box for texts, and lets it go once the file has come and the page was drawn twice. */
async function pressWhile(comes: () => Promise<unknown>, popup: Popup, page: Page): Promise<void> {
  await popup.dialog.evaluate((dialog) => Promise.all(dialog.getAnimations().map(({ finished }) => finished)));
  const box = await popup.texts.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 4, (box?.y ?? 0) + 4);
  await page.mouse.down();
  await expect(popup.phone).not.toBeFocused();
  await comes();
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  expect(await popup.texts.boundingBox()).toEqual(box);
  await page.mouse.up();
  await expect(popup.texts).toBeChecked();
}

const meant = (popup: Popup) => popup.dialog.locator('[data-ha=meant]');

test.describe('a number that lacks a digit', () => {
  test('is offered with it, is not sent without it, and is sent once it is chosen', async ({ shop, popup, api }) => {
    await shop.visit('/', open);
    await popup.toAsk('email+phone');
    await countries(popup).selectOption('BR');
    await popup.submit({ email: 'short@example.com', phone: '(51) 9188-6910', texts: true });
    await expect(meant(popup)).toHaveText('Did you mean +55 51 99188 6910?');
    await expect(popup.phone).toHaveAccessibleDescription(/^Choose the number that you mean, or correct it\. /);
    await popup.signUp.click();
    await expect(meant(popup)).toBeVisible();
    await expect(popup.phone).toHaveValue('(51) 9188-6910');
    await meant(popup).click();
    await expect(popup.phone).toHaveValue('+55 51 99188 6910');
    await expect(popup.phone).toBeFocused();
    await expect(understood(popup)).toHaveText('We’ll text +55 51 99188 6910.');
    await popup.signUp.click();
    await popup.toSucceed();
    expect((await api.lastSubmission()).contact.phone).toBe('+5551991886910');
  });

  test('or its area code is asked for that, with an example of its country', async ({ shop, popup }) => {
    await shop.visit('/', open);
    await popup.toAsk('email+phone');
    await countries(popup).selectOption('BR');
    await popup.submit({ email: 'area@example.com', phone: '98765-4321', texts: true });
    await expect(popup.phone).toHaveAccessibleDescription(/^Enter your number with its area code, like \(11\) /);
  });
});

test('a press is not lost where the line below a number comes during it', async ({ shop, popup, page }) => {
  const comes = await hold(page, 'hello-again.sending-*.js');
  await shop.visit('/', open);
  await popup.fill({ email: 'press@example.com', phone: '07700 900982' });
  await pressWhile(comes, popup, page);
  await expect(understood(popup)).toHaveText('We’ll text +44 7700 900982.');
});

test('an error speaks of the country of the number that was typed', async ({ shop, popup }) => {
  await shop.visit('/', open);
  await popup.submit({ email: 'benin@example.com', phone: '+229 97 12 34 56', texts: true });
  await expect(popup.phone).toHaveAccessibleDescription(/^Enter a mobile number, like \+229 01/);
});

test('a landline is asked about once, as one', async ({ shop, popup, api }) => {
  await shop.visit('/', open);
  await popup.submit({ email: 'landline@example.com', phone: '0161 496 0018', texts: true });
  await expect(popup.phone).toHaveAccessibleDescription(/may be a landline/);
  await popup.signUp.click();
  await popup.toSucceed();
  expect((await api.lastSubmission()).contact.phone).toBe('+441614960018');
});

test.describe('where page and time zone speak of two countries', () => {
  test.use({ locale: 'en-US', timezoneId: 'Europe/Rome' });

  test('a number that is valid in both is asked about, and the one that is chosen is sent', async ({
    shop,
    popup,
    api,
  }) => {
    await shop.visit('/', byButton);
    await popup.submit({ email: 'both@example.com', phone: '347 223 4567', texts: true });
    await expect(meant(popup)).toHaveText(['Did you mean +1 347 223 4567?', 'Did you mean +39 347 223 4567?']);
    await meant(popup).last().click();
    await popup.signUp.click();
    await popup.toSucceed();
    const { contact, consents } = await api.lastSubmission();
    expect(contact.phone).toBe('+393472234567');
    expect(consents.find(({ channel }) => channel === 'sms')?.to).toBe('+393472234567');
  });

  test('a press is not lost where the rules of the other country come during it', async ({ shop, popup, page }) => {
    const comes = await hold(page, 'hello-again.phone-repairs-*.js');
    await shop.visit('/', byButton);
    await popup.fill({ email: 'both@example.com', phone: '347 223 4567' });
    await expect(understood(popup)).toHaveText('We’ll text +1 347 223 4567.');
    await pressWhile(comes, popup, page);
    await expect(understood(popup)).toBeHidden();
  });

  test('whoever has chosen a country is not asked', async ({ shop, popup, api }) => {
    await shop.visit('/', byButton);
    await popup.toAsk('email+phone');
    await countries(popup).selectOption('IT');
    await popup.submit({ email: 'chosen@example.com', phone: '347 223 4567', texts: true });
    await popup.toSucceed();
    expect((await api.lastSubmission()).contact.phone).toBe('+393472234567');
  });

  test('where neither page nor region says one, the time zone is believed before the browser', async ({
    shop,
    popup,
    page,
  }) => {
    await speaking(page, 'en');
    await shop.visit('/', { ...open, region: 'none' });
    await popup.toAsk('email+phone');
    await expect(callingCode(popup)).toHaveText('+39');
    await popup.phone.fill('347 223 4567');
    await expect(understood(popup)).toHaveText('We’ll text +39 347 223 4567.');
  });

  test('a form without a phone field reads no time zone, and nothing of it is stored', async ({
    shop,
    popup,
    page,
  }) => {
    await page.addInitScript(() => {
      const { DateTimeFormat } = Intl;
      let reads = 0;
      const Watched = new Proxy(DateTimeFormat, {
        construct: (target, given) => {
          reads += 1;
          return Reflect.construct(target, given);
        },
        apply: (target, _self, given) => {
          reads += 1;
          return Reflect.apply(target, undefined, given);
        },
      });
      Object.assign(Intl, { DateTimeFormat: Watched });
      Object.assign(window, { zoneReads: () => reads });
    });
    await speaking(page, 'en');
    await shop.visit('/', { ...open, region: 'none', collect: 'email' });
    await popup.toAsk('email');
    await popup.email.fill('zone@example.com');
    expect(await page.evaluate(() => (window as unknown as { zoneReads(): number }).zoneReads())).toBe(0);
    const stored = await page.evaluate(() =>
      JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }]),
    );
    expect(stored).not.toContain('Rome');
  });
});

test.describe('the number that is shown is the number that is sent', () => {
  test('when the page puts another one into the field without an event', async ({ shop, popup, api }) => {
    await shop.visit('/', open);
    await popup.email.fill('another@example.com');
    await popup.phone.fill('07700 900982');
    await expect(understood(popup)).toHaveText('We’ll text +44 7700 900982.');
    await popup.texts.check();
    await fillSilently(popup.phone, '07700 900983');
    await popup.signUp.click();
    // Nothing is sent before the visitor has seen it; the first press may have found it drawn anew already.
    await expect(understood(popup)).toHaveText('We’ll text +44 7700 900983.');
    await popup.signUp.click();
    await popup.toSucceed();
    const { contact, consents } = await api.lastSubmission();
    expect(contact).toMatchObject({ phone: '+447700900983', typedPhone: '07700 900983' });
    expect(consents.find(({ channel }) => channel === 'sms')?.to).toBe('+447700900983');
  });

  test('after a translator has put its own elements in place of the line', async ({ shop, popup, api }) => {
    await shop.visit('/', open);
    await popup.email.fill('translated@example.com');
    await popup.phone.fill('07700 900982');
    await expect(understood(popup)).toHaveText('We’ll text +44 7700 900982.');
    await understood(popup).evaluate((line) => {
      const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const found: Text[] = [];
      while (texts.nextNode()) found.push(texts.currentNode as Text);
      for (const text of found) {
        const font = document.createElement('font');
        font.textContent = text.data;
        text.replaceWith(font);
      }
    });
    await popup.phone.fill('07700 900983');
    await expect(understood(popup)).toHaveText('We’ll text +44 7700 900983.');
    await popup.submit({ texts: true });
    await popup.toSucceed();
    expect((await api.lastSubmission()).contact.phone).toBe('+447700900983');
  });

  test('when something has rewritten the line: it is shown anew before anything is sent', async ({
    shop,
    popup,
    api,
  }) => {
    await shop.visit('/', open);
    await popup.email.fill('rewritten@example.com');
    await popup.phone.fill('07700 900982');
    await popup.texts.check();
    await understood(popup)
      .locator('bdi')
      .evaluate((number) => {
        number.textContent = '+44 7700 900999';
      });
    await popup.signUp.click();
    await expect(understood(popup)).toHaveText('We’ll text +44 7700 900982.');
    await expect(popup.phone).toHaveAttribute('aria-invalid', 'true');
    await popup.signUp.click();
    await popup.toSucceed();
    expect((await api.lastSubmission()).contact.phone).toBe('+447700900982');
  });
});

test.describe('an address', () => {
  test('that looks like another one is not sent, and the other one is offered', async ({ shop, popup, api }) => {
    await shop.visit('/', byButton);
    await popup.email.fill('penny@gm\u0430il.com');
    await popup.signUp.click();
    await expect(popup.email).toHaveAttribute('aria-invalid', 'true');
    await expect(meant(popup)).toHaveText('Did you mean penny@gmail.com?');
    await meant(popup).click();
    await popup.signUp.click();
    await popup.toSucceed();
    expect((await api.lastSubmission()).contact.email).toBe('penny@gmail.com');
  });

  test('with a character that nobody can see is refused in words that say so', async ({ shop, popup }) => {
    await shop.visit('/', byButton);
    await popup.submit({ email: 'pen\ue000ny@example.com' });
    await expect(popup.email).toHaveAccessibleDescription(
      'This address has a character that can’t be seen. Please type it again.',
    );
  });

  test('is looked at while the field still has the focus, once the visitor pauses', async ({ shop, popup }) => {
    await shop.visit('/', byButton);
    await popup.email.fill('penny@example.con');
    await expect(meant(popup)).toHaveText('Did you mean penny@example.com?');
    await expect(popup.email).toBeFocused();
  });
});
