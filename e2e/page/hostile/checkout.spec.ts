// A checkout whose fields are filled in, redrawn and emptied by scripts, and whose country is chosen beside the number.

import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { root } from '../../../scripts/root.mjs';
import type { Submission } from '../../../widget/index.ts';
import { answerWith } from '../../support/answers.ts';
import { expect, test } from './hostilePage.ts';

/** Adds a library to the page, as its maker publishes it. */
const addLibrary = (page: Page, path: string) => page.addScriptTag({ path: join(root, 'node_modules', path) });
const jquery = 'jquery/dist/jquery.min.js';

const form = `<form id="order" onsubmit="event.preventDefault()">
  <label>Email <input id="email" type="email"></label>
  <div class="row"><label>Phone <input id="phone" type="tel"></label></div>
  <div id="slot"></div>
  <button>Place order</button></form>`;

const numbers = {
  first: { typed: '+44 7700 900982', e164: '+447700900982' },
  second: { typed: '+44 7700 900983', e164: '+447700900983' },
} as const;

/** The checkout that is watched, and the numbers that a consent was posted for. */
class WatchedCheckout {
  readonly phone: Locator;
  readonly box: Locator;

  constructor(
    private readonly page: Page,
    readonly posted: readonly Submission[],
  ) {
    this.phone = page.locator('#phone');
    this.box = page.getByRole('checkbox', { name: /^Text me/ });
  }

  async order(): Promise<void> {
    await this.page.evaluate(() => document.querySelector<HTMLFormElement>('form')?.requestSubmit());
  }

  consents(): string[] {
    return this.posted.flatMap(({ consents }) => consents.map(({ to }) => to));
  }

  /** What is sent comes in the order of pressing: an order that is sent afterwards shows that nothing came before. */
  async toSendOnly(typed: string, e164: string): Promise<void> {
    await this.page.evaluate((html) => {
      document.querySelector('#order')?.remove();
      document.querySelector('main')?.insertAdjacentHTML('beforeend', html);
    }, form);
    await this.phone.fill(typed);
    await this.box.check();
    await this.order();
    await expect.poll(() => this.consents()).toEqual([e164]);
  }
}

interface Parts {
  readonly body?: string;

  readonly attributes?: Readonly<Record<string, string>>;
  /** Further fields of `watchCheckout`, as a script writes them. */
  readonly fields?: string;
}

const checkout = test.extend<{ watch: (parts?: Parts) => Promise<WatchedCheckout> }>({
  watch: async ({ page, open }, use) => {
    await use(async ({ body = form, attributes = {}, fields = '' } = {}) => {
      const posted = await answerWith(page, { status: 200, body: { outcome: 'accepted' } });
      await open({
        head: `<script>window.HelloAgain = [['watchCheckout', { phone: '#phone', email: '#email', slot: '#slot', ${fields} }]];</script>`,
        body,
        attributes: { 'data-trigger': 'manual', ...attributes },
      });
      return new WatchedCheckout(page, posted);
    });
  },
});

checkout.describe('a consent that was ticked is not sent', () => {
  const { first, second } = numbers;
  const cases: readonly [what: string, change: (page: Page) => Promise<void>][] = [
    [
      'where a script has put another number into the field',
      (page) =>
        page.evaluate((number) => {
          (document.querySelector('#phone') as HTMLInputElement).value = number;
        }, second.typed),
    ],
    [
      'where jQuery has put another number into the field',
      (page) =>
        page.evaluate((number) => void Object(window).jQuery('#phone').val(number).trigger('change'), second.typed),
    ],
    [
      'where a script has emptied the field',
      (page) =>
        page.evaluate(() => {
          (document.querySelector('#phone') as HTMLInputElement).value = '';
        }),
    ],
    ['where the form was reset', (page) => page.evaluate(() => document.querySelector('form')?.reset())],
    [
      'where the form was drawn anew',
      (page) =>
        page.evaluate(() => {
          const old = document.querySelector('#order') as Element;
          old.replaceWith(old.cloneNode(true));
        }),
    ],
    [
      'where the slot was emptied',
      (page) =>
        page.evaluate(() => {
          (document.querySelector('#slot') as Element).innerHTML = '';
        }),
    ],
    ['where the number’s field was removed', (page) => page.evaluate(() => document.querySelector('#phone')?.remove())],
    [
      'where a script has taken the tick out',
      (page) =>
        page.evaluate(() => {
          const box = document.querySelector('#slot hello-again')?.shadowRoot?.querySelector('input');
          (box as HTMLInputElement).checked = false;
        }),
    ],
    [
      'where the number in the line was replaced',
      (page) =>
        page.evaluate(() => {
          const number = document.querySelector('#slot hello-again')?.shadowRoot?.querySelector('bdi');
          (number as Element).textContent = '+44 7700 900999';
        }),
    ],
  ];
  for (const [what, change] of cases) {
    checkout(what, async ({ page, watch }) => {
      const shop = await watch();
      await addLibrary(page, jquery);
      await shop.phone.fill(first.typed);
      await shop.box.check();
      await change(page);
      // In the same moment as the change, and again when the page has come to rest.
      await shop.order();
      await shop.toSendOnly('+44 7700 900984', '+447700900984');
    });
  }

  checkout('where the fields were given as elements that have left the page', async ({ page, watch }) => {
    const shop = await watch();
    await page.evaluate(() => {
      const element = (id: string) => document.getElementById(id);
      Object(window).HelloAgain.push(['watchCheckout', { phone: element('phone'), slot: element('slot') }]);
    });
    await shop.phone.fill(first.typed);
    await expect(shop.box).toHaveCount(2);
    await shop.box.last().check();
    await page.evaluate(() => document.querySelector('#order')?.remove());
    await shop.toSendOnly('+44 7700 900984', '+447700900984');
  });
});

checkout(
  'the line asks anew, unticked, where a script has put another number into the field',
  async ({ page, watch }) => {
    const shop = await watch();
    await addLibrary(page, jquery);
    await shop.phone.fill(numbers.first.typed);
    await shop.box.check();
    await page.evaluate(
      (number) => void Object(window).jQuery('#phone').val(number).trigger('change'),
      numbers.second.typed,
    );
    await page.locator('#email').click();
    await expect(shop.box).not.toBeChecked();
    await expect(shop.box).toHaveAccessibleName(/900983/);
    await shop.box.check();
    await shop.order();
    await expect.poll(() => shop.consents()).toEqual([numbers.second.e164]);
  },
);

checkout('the line stands again, unticked, in a form that was drawn anew', async ({ page, watch }) => {
  const shop = await watch();
  await shop.phone.fill(numbers.first.typed);
  await shop.box.check();
  await page.evaluate(() => {
    const old = document.querySelector('#order') as Element;
    const fresh = old.cloneNode(true) as Element;
    (fresh.querySelector('#slot') as Element).innerHTML = '';
    old.replaceWith(fresh);
  });
  await expect(shop.box).toHaveCount(1);
  await expect(shop.box).not.toBeChecked();
});

checkout('the email that is sent is the one in the field at the moment of ordering', async ({ page, watch }) => {
  const shop = await watch();
  await page.locator('#email').fill('before@example.com');
  await shop.phone.fill(numbers.first.typed);
  await shop.box.check();
  await page.evaluate(() => {
    (document.querySelector('#email') as HTMLInputElement).value = 'after@example.com';
  });
  await shop.order();
  await expect.poll(() => shop.consents()).toEqual([numbers.first.e164]);
  expect(shop.posted[0]?.contact.email).toBe('after@example.com');
});

checkout.describe('no line is shown for', () => {
  for (const [what, number] of [
    ['a landline', '+44 20 7946 0018'],
    ['a number that cannot exist', '+44 7700'],
    ['a premium-rate number', '+44 909 8790000'],
    ['an area that does not exist', '+1 000-000-0000'],
  ] as const) {
    checkout(what, async ({ watch, page }) => {
      const shop = await watch();
      await shop.phone.fill(numbers.first.typed);
      await expect(shop.box).toBeVisible();
      await shop.phone.fill(number);
      await page.locator('#email').click();
      await expect(shop.box).toHaveCount(0);
    });
  }
});

checkout.describe('the country beside the number is read:', () => {
  const row = (beside: string, around = '') =>
    form.replace('<label>Phone', `${beside}<label>Phone`).replace('<label>Email', `${around}<label>Email`);
  const dial = `<select name="dial"><option value="33">+33</option><option value="34" selected>+34</option></select>`;
  const named = `<select name="country"><option>France</option><option selected>Spain</option></select>`;
  const coded = `<select><option value="FR">FR</option><option value="ES" selected>ES</option></select>`;
  for (const [what, body, fields] of [
    ['a select of dial codes', row(dial), ''],
    ['a select of country codes', row(coded), ''],
    ['the country of the address', row('', named), ''],
    ['a dial code that is only shown', row('<span>+34</span>'), ''],
    ['a flag of flag-icons', row('<span class="fi fi-es"></span>'), ''],
    ['the hidden field of a picker', row('<input type="hidden" name="phone_country" value="es">'), ''],
    ['a field that the owner names', row('', `<p id="land">Spain</p>`), `country: '#land'`],
    ['a function of the owner', row(''), `country: () => 'ES'`],
  ] as const) {
    checkout(what, async ({ watch }) => {
      const shop = await watch({ body, fields, attributes: { 'data-country': 'FR' } });
      await shop.phone.fill('612 34 56 78');
      await expect(shop.box).toHaveAccessibleName(/\+34 612 34 56 78/);
      await shop.box.check();
      await shop.order();
      await expect.poll(() => shop.consents()).toEqual(['+34612345678']);
    });
  }

  checkout('a select that is changed after the tick takes the tick away', async ({ page, watch }) => {
    const shop = await watch({ body: row(dial), attributes: { 'data-country': 'FR' } });
    await shop.phone.fill('612 34 56 78');
    await shop.box.check();
    await page.getByRole('combobox').selectOption('+33');
    await expect(shop.box).toHaveAccessibleName(/\+33 6 12 34 56 78/);
    await expect(shop.box).not.toBeChecked();
  });

  for (const separate of [false, true]) {
    checkout(`the flag of intl-tel-input${separate ? ' with a dial code of its own' : ''}`, async ({ page, watch }) => {
      const shop = await watch({ attributes: { 'data-country': 'FR' } });
      await addLibrary(page, 'intl-tel-input/dist/js/intlTelInput.min.js');
      await page.evaluate((separateDialCode) => {
        const options = { initialCountry: 'es', separateDialCode };
        Object(window).iti = Object(window).intlTelInput(document.querySelector('#phone'), options);
      }, separate);
      await shop.phone.fill('612 34 56 78');
      await expect(shop.box).toHaveAccessibleName(/\+34 612 34 56 78/);
      await shop.box.check();
      await page.evaluate(() => Object(window).iti.setSelectedCountry('fr'));
      await page.locator('#email').click();
      await expect(shop.box).toHaveAccessibleName(/\+33 6 12 34 56 78/);
      await expect(shop.box).not.toBeChecked();
    });
  }
});

checkout.describe('where neither page nor region names a country', () => {
  checkout.use({ locale: 'en-US', timezoneId: 'Europe/Rome' });

  checkout('the time zone says whose national numbers are typed, as in the popup', async ({ page, watch }) => {
    const shop = await watch({ attributes: { 'data-region': 'eu' } });
    await page.evaluate(() => {
      document.documentElement.lang = 'en';
    });
    await shop.phone.fill('347 223 4567');
    await expect(shop.box).toHaveAccessibleName(/\+39 347 223 4567/);
  });
});
