import { expect, type Locator, type Page } from '@playwright/test';
import { Checkout } from './checkout.ts';

/** When the popup opens by itself where a test names no time, in milliseconds after the decision. */
const soon = '100';

/** The demo store as a visitor walks through it. */
export class Shop {
  readonly checkout: Checkout;
  /** The demo's own cookie banner, on pages with `?storage=banner`. */
  readonly banner: Locator;

  constructor(
    readonly page: Page,
    readonly store: string,
  ) {
    this.checkout = new Checkout(page);
    this.banner = page.getByRole('region', { name: 'Cookies' });
  }

  /** The address of a page of this test's store. */
  path(path: string, query: Readonly<Record<string, string>> = {}): string {
    return `${path}?${new URLSearchParams({ store: this.store, ...query })}`;
  }

  /** Types an address into the browser: there is no referrer, as when a mail program opens a link. */
  async visit(path = '/', query: Readonly<Record<string, string>> = {}): Promise<void> {
    // The front page gives its visitors more time than a test has.
    await this.page.goto(this.path(path, { delay: soon, ...query }));
  }

  /** Where the link of the first mail or text to that person leads, with whatever it carries. */
  async linkOf(person: string): Promise<URL> {
    const answer = await this.page.request.get('/api/mails', { params: { store: this.store } });
    const mails = (await answer.json()) as readonly { to: string; links: readonly { path: string }[] }[];
    const path = mails.find(({ to }) => to === person)?.links[0]?.path ?? '';
    expect(path, `the link in the mail to ${person}`).toContain('ha_id=');
    const link = new URL(path, answer.url());
    link.searchParams.set('store', this.store);
    return link;
  }

  /**
   * Opens the link of that mail as a mail program does: without a referrer.
   *
   * @param query more parameters, for the page's settings
   */
  async followMail(person: string, query: Readonly<Record<string, string>> = {}): Promise<void> {
    const link = await this.linkOf(person);
    for (const [name, value] of Object.entries({ delay: soon, ...query })) link.searchParams.set(name, value);
    await this.page.goto(link.href);
  }
}
