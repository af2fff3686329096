import { callingCode, countries, fillSilently, speaking, understood } from '../support/fields.ts';
import { expect, test } from '../support/fixtures.ts';
import type { Popup } from '../support/popup.ts';
import { call } from '../support/signup.ts';
import { builtFiles, html, routes } from '../support/sites.ts';
import { arabicShop, showArabicState } from '../support/states.ts';
import { scriptTag, shopPage } from '../support/tag.ts';

const open = { storage: 'allowed', ha: 'force' } as const;
/** Where the button itself agrees to mail, and no box must be ticked. */
const byButton = { ...open, region: 'us' } as const;

const meant = (popup: Popup) => popup.dialog.getByRole('button', { name: /^Did you mean/ });

test.describe('the phone field', () => {
  test('shows the number as it was understood before it is sent, and does not change the typed text', async ({
    shop,
    popup,
    api,
  }) => {
    await shop.visit('/', open);
    await popup.toAsk('email+phone');
    await popup.phone.pressSequentially('(07700) 900-98');
    await expect(understood(popup)).toBeHidden();
    await popup.phone.pressSequentially('2');
    await expect(understood(popup)).toHaveText('We’ll text +44 7700 900982.');
    await popup.email.focus();
    await expect(popup.phone).toHaveValue('(07700) 900-982');

    await popup.submit({ email: 'fields@example.com', texts: true });
    await popup.toSucceed();
    expect((await api.lastSubmission()).contact.phone).toBe('+447700900982');
  });

  test('says that an extension is left out', async ({ shop, popup, api }) => {
    await shop.visit('/', open);
    await popup.phone.fill('07700 900982 ext. 12');
    await expect(understood(popup)).toHaveText(
      'We’ll text +44 7700 900982. An extension can’t be texted, so it is left out.',
    );
    await popup.submit({ email: 'extension@example.com', texts: true });
    await popup.toSucceed();
    expect((await api.lastSubmission()).contact.phone).toBe('+447700900982');
  });

  test('reads a number by a country that the visitor can change', async ({ shop, popup, page, api }) => {
    await shop.visit('/', open);
    await popup.phone.fill('0172 9980752');
    await expect(popup.phone).toHaveAccessibleDescription('+44');
    await countries(popup).focus();
    await expect(countries(popup)).toHaveValue('GB');
    // By its keys, as a list of the browser's own is used.
    await page.keyboard.type('Germany');
    await expect(countries(popup)).toHaveValue('DE');
    await expect(popup.phone).toHaveAccessibleDescription('+49');
    await expect(countries(popup)).toBeFocused();
    await expect(understood(popup)).toHaveText('We’ll text +49 172 9980752.');
    // Nothing is put before what was typed.
    await expect(popup.phone).toHaveValue('0172 9980752');

    await popup.submit({ email: 'germany@example.com', texts: true });
    await popup.toSucceed();
    expect((await api.lastSubmission()).contact.phone).toBe('+491729980752');
  });

  test('understands a number with a plus whatever the country', async ({ shop, popup }) => {
    await shop.visit('/', open);
    await popup.phone.fill('+33 6 39 98 00 12');
    await expect(understood(popup)).toHaveText('We’ll text +33 6 39 98 00 12.');
  });

  test('names an example of the visitor’s country in its error, until the number is right', async ({ shop, popup }) => {
    await shop.visit('/', open);
    await countries(popup).selectOption('ES');
    await popup.submit({ email: 'example@example.com', phone: '12', texts: true });
    await expect(popup.phone).toBeFocused();
    await expect(popup.phone).toHaveAttribute('aria-invalid', 'true');
    await expect(popup.phone).toHaveAccessibleDescription(/^Enter a mobile number, like 612 34 56 78 \+34$/);
    await countries(popup).selectOption('FR');
    await popup.signUp.click();
    await expect(popup.phone).toHaveAccessibleDescription(/^Enter a mobile number, like 06 39 98 00 12 \+33$/);
    // It does not go with the first key, and it does with the last.
    await popup.phone.fill('06 39 98');
    await expect(popup.phone).toHaveAttribute('aria-invalid', 'true');
    await popup.phone.fill('06 39 98 00 12');
    await expect(popup.phone).not.toHaveAttribute('aria-invalid');
    await expect(popup.phone).toHaveAccessibleDescription('+33');
  });

  test.describe('where nothing tells the country', () => {
    test.use({ locale: 'en', timezoneId: 'UTC' });

    test('asks for a plus, and takes a country', async ({ shop, popup, page }) => {
      await speaking(page, 'en');
      await shop.visit('/', { ...open, region: 'none' });
      await expect(callingCode(popup)).toHaveText('+');
      await expect(countries(popup).locator('option:checked')).toHaveText('Choose one');
      await popup.submit({ email: 'nowhere@example.com', phone: '0491 570 006', texts: true });
      await expect(popup.phone).toHaveAccessibleDescription(/^Enter a mobile number, like \+44 7700 900982 /);
      await countries(popup).selectOption('AU');
      await expect(understood(popup)).toHaveText('We’ll text +61 491 570 006.');
      await expect(popup.phone).not.toHaveAttribute('aria-invalid');
    });
  });
});

test.describe('the country of a number', () => {
  test('is listed by name before anybody opens the list', async ({ shop, popup }) => {
    await shop.visit('/', open);
    await popup.toAsk('email+phone');
    await expect.poll(() => countries(popup).locator('option').count()).toBeGreaterThanOrEqual(245);
    await expect(countries(popup).locator('option:checked')).toHaveText(/^United Kingdom \W?\+44$/);
    await expect(countries(popup)).toHaveAttribute('autocomplete', 'off');
  });

  test('is listed by name at the first tap at the latest', async ({ shop, popup, page }) => {
    await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
    await shop.visit('/', open);
    await popup.toAsk('email+phone');
    await expect(callingCode(popup)).toHaveText('+44');
    await expect(countries(popup).locator('option')).toHaveText(['GB']);
    await countries(popup).dispatchEvent('pointerdown');
    expect(await countries(popup).locator('option').count()).toBeGreaterThanOrEqual(245);
    await expect(countries(popup)).toHaveValue('GB');
  });

  test('loads no country names before the field can be used', async ({ shop, popup, page }) => {
    await page.addInitScript(() => {
      const made: boolean[] = [];
      let isUsable = false;
      // As of the frame that shows it.
      const look = () => {
        const field = document.querySelector('hello-again')?.shadowRoot?.querySelector('[data-ha=phone]');
        isUsable = field?.checkVisibility() === true;
        requestAnimationFrame(look);
      };
      look();
      const DisplayNames = new Proxy(Intl.DisplayNames, {
        construct(names, options: ConstructorParameters<typeof Intl.DisplayNames>) {
          made.push(isUsable);
          return new names(...options);
        },
      });
      Object.assign(Intl, { DisplayNames });
      Object.assign(window, { namesMade: made });
    });
    const namesMade = () => page.evaluate(() => (window as unknown as { namesMade: boolean[] }).namesMade.splice(0));
    await shop.visit('/', { ...open, delay: '60000' });
    // The second time all code is there, and nothing lies between the call and the field.
    for (const _time of ['first', 'second']) {
      await call(page, 'open');
      await popup.toAsk('email+phone');
      await expect.poll(() => countries(popup).locator('option').count()).toBeGreaterThanOrEqual(245);
      expect(new Set(await namesMade())).toEqual(new Set([true]));
      await popup.close.click();
      await expect(popup.dialog).toHaveCount(0);
    }
  });

  test('follows a typed plus, and returns to the visitor’s own when the plus is removed', async ({ shop, popup }) => {
    await shop.visit('/', open);
    await popup.toAsk('email+phone');
    for (const [typed, code, country] of [
      ['+1 202 555 0123', '+1', 'US'],
      ['+44 7700 900982', '+44', 'GB'],
      ['＋４９ １７２ ９９８０７５２', '+49', 'DE'],
    ] as const) {
      await popup.phone.fill('');
      await popup.phone.pressSequentially(typed);
      await expect(callingCode(popup)).toHaveText(code);
      await expect(countries(popup)).toHaveValue(country);
      await expect(popup.phone).toHaveValue(typed);
    }
    await popup.phone.fill('');
    await expect(callingCode(popup)).toHaveText('+44');
    await expect(countries(popup)).toHaveValue('GB');

    await countries(popup).selectOption('FR');
    await expect(callingCode(popup)).toHaveText('+33');
    await popup.phone.fill('+1 202 555 0123');
    await expect(countries(popup)).toHaveValue('US');
    // A number with its plus is of its own country, whatever is chosen.
    await countries(popup).selectOption('ES');
    await expect(countries(popup)).toHaveValue('US');
    await expect(callingCode(popup)).toHaveText('+1');
    await popup.phone.fill('612 34 56 78');
    await expect(countries(popup)).toHaveValue('ES');
    await expect(callingCode(popup)).toHaveText('+34');
    await expect(understood(popup)).toHaveText('We’ll text +34 612 34 56 78.');
    await expect(popup.phone).toHaveValue('612 34 56 78');
  });

  test('does not change the width of the field when it becomes known, nor with a longer code', async ({
    shop,
    popup,
    page,
  }) => {
    let arrive = () => {};
    const isThere = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route('**/hello-again.phone-*.js', async (route) => {
      await isThere;
      await route.fallback();
    });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await shop.visit('/', { ...open, layout: 'modal' });
    await popup.toAsk('email+phone');
    await expect(callingCode(popup)).toHaveText('+');
    const before = await popup.phone.boundingBox();
    arrive();
    await expect(callingCode(popup)).toHaveText('+44');
    expect(await popup.phone.boundingBox()).toEqual(before);
    for (const [country, code] of [
      ['US', '+1'],
      ['PT', '+351'],
    ] as const) {
      await countries(popup).focus();
      await countries(popup).selectOption(country);
      await expect(callingCode(popup)).toHaveText(code);
      expect(await popup.phone.boundingBox()).toEqual(before);
    }
  });

  test('stands before the number in right-to-left languages, and each name keeps its own direction', async ({
    page,
    startSite,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 320, height: 568 });
    const { origin } = await startSite(arabicShop());
    await showArabicState(page, origin, 'form', { layout: 'modal' });
    const code = await page.locator('#calling-code').boundingBox();
    const number = await page.locator('[data-ha=phone]').boundingBox();
    expect((code?.x ?? 0) + (code?.width ?? 0)).toBeLessThanOrEqual(number?.x ?? 0);
    expect(code?.y).toBe(number?.y);
    const list = page.locator('[data-ha=country]');
    await expect(list).toHaveAccessibleName('البلد');
    await expect(list).toHaveCSS('direction', 'rtl');
    await expect(list.locator('[value=EG]')).toHaveText('مصر \u200e+20');
  });
});

test.describe('a typing mistake in the domain of an email', () => {
  test('is pointed out, and corrected once the visitor agrees', async ({ shop, popup, api }) => {
    await shop.visit('/', byButton);
    await popup.email.fill('penny@hotmail.con');
    await popup.phone.focus();
    await expect(meant(popup)).toHaveText('Did you mean penny@hotmail.com?');
    await expect(popup.email).toHaveValue('penny@hotmail.con');
    await meant(popup).click();
    await expect(popup.email).toHaveValue('penny@hotmail.com');
    await expect(popup.email).toBeFocused();
    await expect(meant(popup)).toBeHidden();
    await popup.signUp.click();
    await popup.toSucceed();
    expect((await api.lastSubmission()).contact.email).toBe('penny@hotmail.com');
  });

  test('is sent unchanged when the visitor does not agree', async ({ shop, popup, api }) => {
    await shop.visit('/', byButton);
    await popup.email.fill('penny@gmial.com');
    await popup.phone.focus();
    await expect(meant(popup)).toHaveText('Did you mean penny@gmail.com?');
    await popup.signUp.click();
    await popup.toSucceed();
    expect((await api.lastSubmission()).contact.email).toBe('penny@gmial.com');
  });

  test('is not suspected in a widely used domain', async ({ shop, popup }) => {
    await shop.visit('/', byButton);
    await popup.email.fill('penny@gmial.com');
    await popup.phone.focus();
    await expect(meant(popup)).toBeVisible();
    await popup.email.fill('penny@web.de');
    await expect(meant(popup)).toBeHidden();
    await popup.phone.focus();
    // What is said of an address comes in one turn: the next one shows that this one had none.
    await popup.email.fill('пенни@ymail.com');
    await popup.phone.focus();
    await expect(popup.dialog.getByText('This address has unusual letters.')).toBeVisible();
    await expect(meant(popup)).toBeHidden();
  });

  test('does not move a button away from under the pointer that is pressing it', async ({ shop, popup, page, api }) => {
    // The pause that an address is looked at after is not over yet when the button is pressed.
    await page.addInitScript(() => {
      const { setTimeout } = window;
      Object.assign(window, {
        setTimeout: (run: TimerHandler, ms?: number) => (ms === 150 ? 0 : setTimeout(run, ms)),
      });
    });
    await shop.visit('/', byButton);
    // Its code is there already.
    await popup.email.fill('penny@yahoo.con');
    await popup.phone.focus();
    await expect(meant(popup)).toBeVisible();
    await popup.email.fill('penny@gmial.com');
    await expect(meant(popup)).toBeHidden();
    // It has come to rest.
    await popup.dialog.evaluate((dialog) => Promise.all(dialog.getAnimations().map(({ finished }) => finished)));
    const box = await popup.signUp.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + (box?.height ?? 0) - 4);
    await page.mouse.down();
    // A long press: the field was left, and its address looked at.
    await expect(popup.email).not.toBeFocused();
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    expect(await popup.signUp.boundingBox()).toEqual(box);
    await page.mouse.up();
    await popup.toSucceed();
    expect((await api.lastSubmission()).contact.email).toBe('penny@gmial.com');
  });
});

test('an address outside ASCII is accepted with a warning', async ({ shop, popup, api }) => {
  await shop.visit('/', byButton);
  await popup.email.fill('пенни@bücher.example');
  await popup.phone.focus();
  await expect(
    popup.dialog.getByText('This address has unusual letters. Please check that it is right.'),
  ).toBeVisible();
  await expect(popup.email).not.toHaveAttribute('aria-invalid');
  await popup.signUp.click();
  await popup.toSucceed();
  expect((await api.lastSubmission()).contact.email).toBe('пенни@xn--bcher-kva.example');
});

test('a value that software fills in without an event is shown, kept and sent', async ({ shop, popup, api }) => {
  await shop.visit('/', open);
  await popup.toAsk('email+phone');
  await fillSilently(popup.email, 'silent@example.com');
  await fillSilently(popup.phone, '447700900982');
  // Drawing the popup anew must not write over it.
  await popup.texts.check();
  await expect(popup.email).toHaveValue('silent@example.com');
  await expect(popup.phone).toHaveValue('447700900982');
  await expect(understood(popup)).toHaveText('We’ll text +44 7700 900982.');
  await popup.signUp.click();
  await popup.toSucceed();
  expect((await api.lastSubmission()).contact).toMatchObject({ email: 'silent@example.com', phone: '+447700900982' });
});

test('a value that software fills into an extra field is sent', async ({ shop, popup, api }) => {
  await shop.visit('/', { ...open, fields: 'firstName,birthday' });
  await popup.toAsk('email+phone');
  const firstName = popup.dialog.getByRole('textbox', { name: 'First name' });
  const month = popup.dialog.getByRole('combobox', { name: 'Month' });
  const day = popup.dialog.getByRole('textbox', { name: 'Day' });
  await fillSilently(popup.email, 'silently@example.com');
  await fillSilently(firstName, 'Penny');
  await fillSilently(month, '2');
  await fillSilently(day, '29');
  await popup.mails.check();
  await expect(firstName).toHaveValue('Penny');
  await expect(month).toHaveValue('2');
  await expect(day).toHaveValue('29');
  await popup.signUp.click();
  await popup.toSucceed();
  expect((await api.lastSubmission()).contact).toMatchObject({ fields: { firstName: 'Penny', birthday: '02-29' } });
});

test('a wrong extra field keeps its content, and the corrected value is sent', async ({ shop, popup, api }) => {
  await shop.visit('/', { ...open, fields: 'firstName,birthday' });
  await popup.toAsk('email+phone');
  const month = popup.dialog.getByRole('combobox', { name: 'Month' });
  const day = popup.dialog.getByRole('textbox', { name: 'Day' });
  await month.selectOption('February');
  await day.fill('31');
  await popup.submit({ email: 'chosen@example.com', mails: true });
  await expect(month).toBeFocused();
  await expect(month).toHaveValue('2');
  await expect(day).toHaveValue('31');
  await month.selectOption('March');
  await expect(month).not.toHaveAttribute('aria-invalid');
  await popup.signUp.click();
  await popup.toSucceed();
  expect((await api.lastSubmission()).contact).toMatchObject({ fields: { birthday: '03-31' } });
});

test('fields have the attributes that autofill and on-screen keyboards need', async ({ shop, popup }) => {
  await shop.visit('/', open);
  for (const [field, id, type] of [
    [popup.email, 'email', 'text'],
    [popup.phone, 'tel', 'tel'],
  ] as const) {
    await expect(field).toHaveAttribute('id', id);
    await expect(field).toHaveAttribute('name', id);
    await expect(field).toHaveAttribute('type', type);
    await expect(field).toHaveAttribute('inputmode', id);
    await expect(field).toHaveAttribute('autocomplete', id);
    await expect(field).toHaveAttribute('autocapitalize', 'off');
    await expect(field).toHaveAttribute('spellcheck', 'false');
    await expect(field).not.toHaveAttribute('placeholder');
  }
});

test('fields and the number stay left to right on a right-to-left page', async ({
  page,
  popup,
  startSite,
  baseURL,
  store,
}) => {
  const body = scriptTag({ src: '/embed/hello-again.js', collector: `${baseURL}/v1?store=${store}`, store });
  const site = await startSite(
    routes({
      '/': html(shopPage({ body }).replace('<html lang="en-GB">', '<html lang="ar" dir="rtl">')),
      '/embed/': builtFiles('dist/embed', '/embed/'),
    }),
  );
  await page.goto(`${site.origin}/?ha=force`);
  const email = page.locator('hello-again [data-ha=email]');
  const phone = page.locator('hello-again [data-ha=phone]');
  for (const field of [email, phone]) await expect(field).toHaveCSS('direction', 'ltr');
  await phone.fill('٠٧٧٠٠ ٩٠٠٩٨٢');
  await expect(phone).toHaveValue('٠٧٧٠٠ ٩٠٠٩٨٢');
  await expect(understood(popup).locator('bdi')).toHaveText('+44 7700 900982');
});

test('a list to choose from is drawn by the popup itself, of the height and the grey of the field beside it', async ({
  shop,
  popup,
}) => {
  await shop.visit('/', { ...open, fields: 'firstName,birthday' });
  const look = (field: ReturnType<Popup['dialog']['getByLabel']>) =>
    field.evaluate((element) => {
      const { appearance, backgroundColor, borderColor } = getComputedStyle(element);
      return { appearance, backgroundColor, borderColor, height: (element as HTMLElement).offsetHeight };
    });
  const month = await look(popup.dialog.getByLabel('Month'));
  expect(month).toEqual({ ...(await look(popup.dialog.getByLabel('Day'))), appearance: 'none' });
});

test('a stranger who is asked for the email alone is not taken for a reader of our mails', async ({ shop, popup }) => {
  await shop.visit('/', { ...open, collect: 'email' });
  await popup.toAsk('email');
  await expect(popup.dialog.locator('.named')).toHaveCount(0);
  await expect(popup.notYou).toHaveCount(0);
});
