import type { FrameLocator, Locator, Page } from '@playwright/test';
import { PopupPage } from '../../widget/testing/index.ts';

/** The popup as a visitor finds it: by its texts, roles and labels, where the page object of the package goes by hooks. */
export class Popup extends PopupPage {
  override readonly dialog: Locator;
  readonly heading: Locator;
  override readonly email: Locator;
  override readonly phone: Locator;
  override readonly texts: Locator;
  override readonly mails: Locator;
  override readonly signUp: Locator;
  readonly signUpWithoutTexts: Locator;
  override readonly close: Locator;
  override readonly notYou: Locator;
  override readonly status: Locator;

  constructor(page: Page | FrameLocator) {
    super(page);
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
    this.status = this.dialog.getByRole('status');
  }
}
