import type { Page } from '@playwright/test';
import type { Signup } from '../../widget/index.ts';
import { eventOf, eventsOf } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { penny } from '../support/people.ts';
import { call, explain } from '../support/signup.ts';
import { stored } from '../support/storage.ts';

/** A press on the page below, which a modal dialog would swallow. */
function scrollOf(page: Page): Promise<number> {
  return page.evaluate(() => window.scrollY);
}

test.describe('a flyout', () => {
  test('leaves the page usable, without taking the focus, locking or dimming anything', async ({
    shop,
    popup,
    page,
  }) => {
    await shop.visit('/', { layout: 'flyout', delay: '0' });
    const link = page.getByRole('link', { name: 'See the coffees' });
    await link.focus();
    await expect(popup.dialog).toBeVisible();
    await expect(link).toBeFocused();
    await expect(popup.dialog).not.toHaveAttribute('aria-modal', 'true');
    await page.mouse.move(200, 300);
    await page.mouse.wheel(0, 300);
    await expect.poll(() => scrollOf(page)).toBeGreaterThan(0);
    await page.getByRole('navigation').getByRole('link', { name: 'Inbox' }).first().click();
    await expect(page).toHaveURL(/inbox/);
  });

  test('is announced once, politely, with its heading', async ({ shop, popup, page }) => {
    await shop.visit('/', { layout: 'flyout', delay: '0' });
    await expect(popup.dialog).toBeVisible();
    const said = page.locator('hello-again [aria-live=polite].said');
    await expect(said).toHaveText('A sign-up form has opened: Hear from Harbor Coffee');
  });

  test('closes by Escape only while it has the focus, and returns the focus', async ({ shop, popup, page }) => {
    await shop.visit('/', { layout: 'flyout', ha: 'off' });
    await shop.visit('/', { layout: 'flyout', ha: 'force', 'frequency-max-shows': '9' });
    await expect(popup.dialog).toBeVisible();
    const link = page.getByRole('link', { name: 'See the coffees' });
    await link.focus();
    await page.keyboard.press('Escape');
    await popup.unfold.focus();
    await page.keyboard.press('Escape');
    await expect(popup.dialog).toBeHidden();
    await link.focus();
    await call(page, 'open');
    // Opened by the visitor's own press, it takes the focus.
    await expect(popup.email).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(link).toBeFocused();
  });

  test('moves away from a focused element that it would cover', async ({ shop, popup, page }) => {
    await page.setViewportSize({ width: 700, height: 800 });
    await shop.visit('/', { layout: 'flyout', delay: '0' });
    await expect(popup.dialog).toBeVisible();
    await page.evaluate(() => {
      const button = document.createElement('button');
      button.textContent = 'Below';
      button.style.cssText = 'position:fixed;right:40px;bottom:40px';
      document.body.append(button);
    });
    const below = page.getByRole('button', { name: 'Below' });
    await popup.toShowItsForm();
    await popup.email.fill('kept@example.com');
    await below.focus();
    await expect
      .poll(() =>
        page.evaluate(() => {
          const its = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
          const [x, y] = [its.left + its.width / 2, its.top + its.height / 2];
          return document.elementFromPoint(x, y) === document.activeElement;
        }),
      )
      .toBe(true);
    await expect(popup.email).toHaveValue('kept@example.com');
  });

  test('signs a visitor up like any other layout', async ({ shop, popup, api }) => {
    await shop.followMail(penny.name, { storage: 'allowed', layout: 'flyout' });
    await popup.toAsk('phone');
    await popup.submit({ phone: '07700 900982', texts: true });
    await popup.toSucceed();
    expect((await api.lastSubmission()).contact.phone).toBe('+447700900982');
  });
});

test.describe('a flyout on a small screen', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('covers a small part of the page at first, and shows its form on request', async ({ shop, popup, page }) => {
    await shop.visit('/', { delay: '0' });
    await expect(popup.dialog).toBeVisible();
    await expect(popup.dialog.locator('input')).toHaveCount(0);
    const { height = 0 } = (await popup.dialog.boundingBox()) ?? {};
    expect(height).toBeGreaterThan(0);
    expect(height).toBeLessThan(844 / 3);
    await popup.unfold.click();
    await popup.toAsk('email+phone');
    await expect(popup.email).toBeFocused();
    expect((await eventsOf(page)).filter(({ name }) => name === 'step').map(({ detail }) => detail.step)).toEqual([
      'brief',
      'form',
    ]);
  });

  test('stays in view while the keyboard is open', async ({ shop, popup, page }) => {
    await shop.visit('/', { delay: '0' });
    await popup.toAsk('email+phone');
    // What a keyboard on the screen does in Safari: the visual viewport alone becomes smaller.
    await page.evaluate(() => {
      const seen = window.visualViewport as VisualViewport;
      Object.defineProperty(seen, 'height', { value: 420, configurable: true });
      seen.dispatchEvent(new Event('resize'));
    });
    await expect
      .poll(async () => {
        const box = (await popup.dialog.boundingBox()) ?? { y: 999, height: 0 };
        return box.y >= 0 && box.y + box.height <= 420;
      })
      .toBe(true);
    // Everything can be scrolled to within it.
    await popup.signUp.scrollIntoViewIfNeeded();
    const button = (await popup.signUp.boundingBox()) ?? { y: 999, height: 0 };
    expect(button.y + button.height).toBeLessThanOrEqual(420);
  });

  test('closes by Android’s back gesture', async ({ shop, popup, page }) => {
    await page.addInitScript(() => {
      const watchers: EventTarget[] = [];
      Object.assign(window, {
        watchers,
        CloseWatcher: class extends EventTarget {
          constructor() {
            super();
            watchers.push(this);
          }
          destroy() {
            watchers.splice(watchers.indexOf(this), 1);
          }
        },
      });
    });
    await shop.visit('/', { delay: '0' });
    await expect(popup.dialog).toBeVisible();
    await page.evaluate(() =>
      (window as unknown as { watchers: EventTarget[] }).watchers[0]?.dispatchEvent(new Event('close')),
    );
    await expect(popup.dialog).toBeHidden();
    expect((await eventOf(page, 'close')).detail.reason).toBe('escape');
    expect(await page.evaluate(() => (window as unknown as { watchers: unknown[] }).watchers.length)).toBe(0);
  });
});

test.describe('a modal dialog', () => {
  test('locks the page behind it, and restores it afterwards', async ({ shop, popup, page }) => {
    await shop.visit('/', { layout: 'modal', delay: '60000' });
    await page.evaluate(() => {
      document.documentElement.style.setProperty('overflow', 'auto');
      scrollTo({ top: 240, behavior: 'instant' });
    });
    await call(page, 'open');
    await popup.toAsk('email+phone');
    await page.mouse.move(20, 20);
    await page.mouse.wheel(0, 300);
    await popup.close.click();
    await expect(popup.dialog).toBeHidden();
    expect(await scrollOf(page)).toBe(240);
    expect(await page.evaluate(() => document.documentElement.getAttribute('style'))).toBe('overflow: auto;');
  });

  test('leaves no style attribute on a page that had none', async ({ shop, page }) => {
    await shop.visit('/', { layout: 'modal', delay: '60000' });
    // All in the page: whatever reads the attribute from outside, as a search for an element may, hides that it stays.
    const afterwards = await page.evaluate(async () => {
      const { HelloAgain } = window as unknown as { HelloAgain: Signup };
      const opened = new Promise((resolve) => addEventListener('hello-again:step', resolve));
      HelloAgain.open();
      await opened;
      HelloAgain.close();
      return document.documentElement.outerHTML.slice(0, 40);
    });
    expect(afterwards).not.toContain('style');
  });

  test('closes by a press beside it, and not by one inside', async ({ shop, popup, page }) => {
    await shop.visit('/', { layout: 'modal', delay: '0' });
    await popup.toAsk('email+phone');
    await popup.heading.click();
    // Marking text, and letting go beside it.
    await popup.heading.hover();
    await page.mouse.down();
    await page.mouse.move(10, 10);
    await page.mouse.up();
    await expect(popup.dialog).toBeVisible();
    await page.mouse.click(10, 10);
    await expect(popup.dialog).toBeHidden();
    expect((await eventOf(page, 'close')).detail.reason).toBe('backdrop');
  });

  test('keeps the rest of the page inert below the top layer, and undoes that', async ({ shop, popup, page }) => {
    await shop.visit('/', { layout: 'modal', layer: 'page', delay: '0' });
    await popup.toAsk('email+phone');
    const inert = () => page.evaluate(() => [...document.body.children].filter((e) => (e as HTMLElement).inert).length);
    expect(
      await page.evaluate(() => document.querySelector('hello-again')?.shadowRoot?.querySelector(':modal')),
    ).toBeNull();
    expect(await inert()).toBeGreaterThan(0);
    await popup.close.click();
    expect(await inert()).toBe(0);
  });
});

test.describe('a form in the page', () => {
  test('appears at once where the owner says, and is no dialog', async ({ shop, page, popup, api }) => {
    await shop.visit('/', { layout: 'inline', delay: '60000' });
    const form = page.locator('#newsletter');
    await expect(form.getByRole('region', { name: 'Hear from Harbor Coffee' })).toBeVisible();
    await expect(popup.dialog).toHaveCount(0);
    await expect(form.getByRole('button', { name: 'Close' })).toHaveCount(0);
    await form.getByRole('textbox', { name: 'Email' }).fill('inline@example.com');
    await form.getByRole('checkbox', { name: /^Email me/ }).check();
    await form.getByRole('button', { name: 'Sign up' }).click();
    await expect(form.getByRole('status')).not.toBeEmpty();
    expect((await api.lastSubmission()).contact.email).toBe('inline@example.com');
    // It was not shown uninvited, so it counts for nothing.
    expect((await explain(page)).memory.seen.shown).toBe(0);
  });

  test('is not drawn where its element is missing', async ({ shop, page }) => {
    await shop.visit('/inbox', { layout: 'inline', delay: '0' });
    await shop.visit('/product/decaf', { layout: 'inline', delay: '0' });
    await eventOf(page, 'decide');
    await call(page, 'open');
    await expect(page.locator('hello-again')).toHaveCount(0);
  });
});

test.describe('a form in two steps', () => {
  test('keeps the email when the second step is skipped', async ({ shop, popup, page, api }) => {
    await shop.visit('/', { layout: 'modal', steps: 'two', delay: '0' });
    await popup.toAsk('email');
    await popup.submit({ email: 'first@example.com', mails: true });
    await expect(popup.phone).toBeVisible();
    await expect(popup.email).toBeHidden();
    expect((await api.lastSubmission()).contact).toEqual({ email: 'first@example.com' });
    await popup.close.click();
    expect((await explain(page)).memory.seen.dismissedAt).toBeUndefined();
    expect(await api.submissions()).toHaveLength(1);
  });

  test('shows the outcome of the first step after "No thanks"', async ({ shop, popup, page }) => {
    await shop.visit('/', { layout: 'modal', steps: 'two', delay: '0', coupon: 'WELCOME10' });
    await popup.submit({ email: 'nothanks@example.com', mails: true });
    await popup.dialog.getByRole('button', { name: 'No thanks' }).click();
    await popup.toSucceed();
    await expect(popup.dialog.getByText('WELCOME10')).toBeVisible();
    await expect(page.locator('hello-again')).toHaveAttribute('data-ha-state', 'success');
  });

  test('sends both steps to one profile, and the second is complete by itself', async ({ shop, popup, api }) => {
    await shop.visit('/', { layout: 'modal', steps: 'two', delay: '0' });
    await popup.submit({ email: 'both@example.com', mails: true });
    await expect(popup.phone).toBeVisible();
    await popup.submit({ phone: '07700 900123', texts: true });
    await popup.toSucceed();
    const [first, second] = await api.submissions();
    expect(second?.follows).toBe(first?.id);
    expect(second?.contact).toEqual({
      email: 'both@example.com',
      phone: '+447700900123',
      typedPhone: expect.any(String),
    });
    expect(second?.consents.map(({ channel, granted }) => [channel, granted])).toEqual([
      ['email', true],
      ['sms', true],
    ]);
    const email = first?.consents[0];
    expect(second?.consents[0]).toMatchObject({
      text: email?.text,
      textHash: email?.textHash,
      checkedAt: email?.checkedAt,
    });
    const owners = (await api.profiles()).filter(({ email: address }) => address === 'both@example.com');
    expect(owners).toHaveLength(1);
    expect(owners[0]?.phones.map(({ number }) => number)).toEqual(['+447700900123']);
  });
});

test('extra fields are asked for, checked and sent', async ({ shop, popup, api }) => {
  await shop.visit('/', { layout: 'modal', fields: 'firstName,birthday', delay: '0' });
  await popup.toAsk('email+phone');
  await popup.dialog.getByRole('textbox', { name: 'First name' }).fill(' Penny ');
  const birthday = popup.dialog.getByRole('group', { name: /Birthday/ });
  await birthday.getByRole('combobox', { name: 'Month' }).selectOption({ label: 'February' });
  await birthday.getByRole('textbox', { name: 'Day' }).fill('30');
  await popup.submit({ email: 'fields@example.com', mails: true });
  await expect(birthday.getByRole('combobox')).toBeFocused();
  await expect(birthday).toHaveAccessibleDescription(/day and a month/);
  await birthday.getByRole('textbox', { name: 'Day' }).fill('29');
  await popup.signUp.click();
  await popup.toSucceed();
  expect((await api.lastSubmission()).contact).toMatchObject({ fields: { firstName: 'Penny', birthday: '02-29' } });
});

test('"Already signed up?" closes the popup for good, and the page can still open it', async ({
  shop,
  popup,
  page,
}) => {
  await shop.visit('/', { layout: 'modal', delay: '0', 'frequency-quiet-days': '0' });
  await popup.toAsk('email+phone');
  await popup.dialog.getByRole('button', { name: 'Already signed up?' }).click();
  await expect(popup.dialog).toBeHidden();
  expect((await eventOf(page, 'close')).detail.reason).toBe('already');
  await expect.poll(() => stored(page)).toContain('hello_again');
  await shop.visit('/', { layout: 'modal', delay: '0', 'frequency-quiet-days': '0' });
  expect((await eventOf(page, 'decide')).detail).toMatchObject({ ask: 'nothing', reason: 'dismissed' });
  await call(page, 'open');
  await popup.toAsk('email+phone');
});
