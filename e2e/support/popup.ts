import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** The popup as a visitor finds it: by its texts, roles and labels. */
export class Popup {
  readonly dialog: Locator;
  readonly heading: Locator;
  readonly email: Locator;
  readonly phone: Locator;
  readonly texts: Locator;
  /** Shown where the region asks for consent to marketing mail. */
  readonly mails: Locator;
  readonly signUp: Locator;
  readonly signUpWithoutTexts: Locator;
  readonly close: Locator;
  readonly notYou: Locator;
  readonly status: Locator;
  /** On a small screen a flyout says first what it is about. */
  readonly unfold: Locator;
  /** The host element, which carries `data-ha-state`. */
  readonly host: Locator;

  constructor(page: Page | FrameLocator) {
    this.dialog = page.getByRole('dialog');
    this.heading = this.dialog.getByRole('heading').first();
    this.email = this.dialog.getByRole('textbox', { name: 'Email' });
    this.phone = this.dialog.getByRole('textbox', { name: 'Mobile number' });
    this.texts = this.dialog.getByRole('checkbox', { name: /^Text me/ });
    this.mails = this.dialog.getByRole('checkbox', { name: /^Email me/ });
    this.signUp = this.dialog.getByRole('button', { name: 'Sign up', exact: true });
    this.signUpWithoutTexts = this.dialog.getByRole('button', { name: 'Sign up without texts', exact: true });
    this.close = this.dialog.getByRole('button', { name: 'Close', exact: true }).first();
    this.notYou = this.dialog.getByRole('button', { name: 'Not you?', exact: true });
    this.unfold = page.locator('[data-ha=unfold]');
    this.status = this.dialog.getByRole('status');
    this.host = page.locator('hello-again');
  }

  /** Waits until it is open and asks for these fields, and no others. */
  async toAsk(ask: 'phone' | 'email' | 'email+phone' | 'consent'): Promise<void> {
    await this.toShowItsForm();
    await expect(this.email).toBeVisible({ visible: ask.includes('email') });
    await expect(this.phone).toBeVisible({ visible: ask.includes('phone') });
    await expect(this.texts).toBeVisible({ visible: ask !== 'email' });
  }

  /** Waits until it is open, and clicks its button where the form is behind one. */
  async toShowItsForm(): Promise<void> {
    await expect(this.dialog).toBeVisible();
    if (await this.unfold.isVisible()) await this.unfold.click();
  }

  /** Types, ticks and submits. What is not given stays as it is; mails are ticked where there is a box. */
  async submit(fields: {
    readonly email?: string;
    readonly phone?: string;
    readonly texts?: boolean;
    readonly mails?: boolean;
  }): Promise<void> {
    await this.toShowItsForm();
    if (fields.email !== undefined) await this.email.fill(fields.email);
    if (fields.phone !== undefined) await this.phone.fill(fields.phone);
    if (fields.texts) await this.texts.check();
    if (fields.mails && (await this.mails.isVisible())) await this.mails.check();
    await this.signUp.click();
  }

  /** Waits for the words of success. */
  async toSucceed(text: string | RegExp = /\S/): Promise<void> {
    await expect(this.status).toBeVisible();
    await expect(this.status).toContainText(text);
  }
}
