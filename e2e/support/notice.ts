import { expect, type Locator, type Page } from '@playwright/test';

/** The owner's notice, as an owner meets it. */
export class Notice {
  readonly badge: Locator;
  readonly summary: Locator;

  constructor(private readonly page: Page) {
    this.badge = page.getByRole('region', { name: 'Hello Again, for the owner of this site' });
    this.summary = this.badge.locator('summary');
  }

  /** As on an owner's machine: call it before the page is opened. */
  async allow(): Promise<void> {
    await this.page.addInitScript(() => Object.assign(window, { HelloAgainNotice: true }));
  }

  /** Waits until its one line says so, opens it, and waits for the one thing to do. */
  async toSay(line: RegExp, fix?: RegExp): Promise<void> {
    await expect(this.summary).toContainText(line);
    if (!fix) return;
    if ((await this.badge.locator('details').getAttribute('open')) === null) await this.summary.click();
    const note = this.badge.getByRole('listitem').filter({ hasText: line });
    await expect(note).toContainText(fix);
  }
}
