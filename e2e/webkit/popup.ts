import { expect } from '@playwright/test';
import type { Driver } from './driver.ts';

const intervals = [50, 100];

/** The popup through WebDriver, by the hooks that its elements have for tests. */
export class WebKitPopup {
  constructor(private readonly driver: Driver) {}

  /** Whether an element of it is drawn. */
  has(selector: string): Promise<boolean> {
    return this.driver.evaluate(
      (css) => !!document.querySelector('hello-again')?.shadowRoot?.querySelector(css)?.getClientRects().length,
      selector,
    );
  }

  isOpen = () => this.has('.popup');

  async toOpen(): Promise<void> {
    await expect.poll(this.isOpen, { intervals }).toBe(true);
    if (await this.has('[data-ha=unfold]')) await this.click('unfold');
  }

  /** Which fields it has. */
  async toAsk(what: 'email' | 'phone' | 'email+phone'): Promise<void> {
    await this.toOpen();
    const asked = async () => {
      const shown = [(await this.has('[data-ha=email]')) && 'email', (await this.has('[data-ha=phone]')) && 'phone'];
      return shown.filter(Boolean).join('+');
    };
    await expect.poll(asked, { intervals }).toBe(what);
  }

  async toBeGone(): Promise<void> {
    await expect.poll(this.isOpen, { intervals }).toBe(false);
  }

  find = async (hook: string) => {
    await expect.poll(() => this.has(`[data-ha=${hook}]`), { intervals }).toBe(true);
    return this.driver.find(`[data-ha=${hook}]`, 'hello-again');
  };

  click = async (hook: string) => this.driver.click(await this.find(hook));

  async type(hook: string, text: string): Promise<void> {
    const field = await this.find(hook);
    await this.driver.clear(field);
    await this.driver.type(field, text);
  }

  /** Fills in what is given, and presses the button. */
  async submit(given: { email?: string; phone?: string; texts?: boolean; mails?: boolean }): Promise<void> {
    if (given.email !== undefined) await this.type('email', given.email);
    if (given.phone !== undefined) await this.type('phone', given.phone);
    if (given.texts) await this.click('consent-sms');
    if (given.mails) await this.click('consent-email');
    await this.click('submit');
  }

  async toSucceed(): Promise<void> {
    await expect
      .poll(() => this.driver.evaluate(() => document.querySelector<HTMLElement>('hello-again')?.dataset.haState), {
        intervals,
        timeout: 15_000,
      })
      .toBe('success');
  }

  text = (selector: string) =>
    this.driver.evaluate(
      (css) => document.querySelector('hello-again')?.shadowRoot?.querySelector(css)?.textContent ?? null,
      selector,
    );

  attribute = (selector: string, name: string) =>
    this.driver.evaluate(
      (css, attribute) =>
        document.querySelector('hello-again')?.shadowRoot?.querySelector(css)?.getAttribute(attribute) ?? null,
      selector,
      name,
    );

  /** What has the focus: `hello-again email`, `button opener`, `body`. */
  focus = () =>
    this.driver.evaluate(() => {
      const outer = document.activeElement;
      const inner = outer?.shadowRoot?.activeElement as HTMLElement | null | undefined;
      return [outer?.localName, outer?.id, inner?.dataset.ha ?? inner?.id].filter(Boolean).join(' ');
    });
}
