import type { Locator, Page } from '@playwright/test';

/** The demo's checkout. The widget's own consent box appears beside the phone field when the number needs one. */
export class Checkout {
  readonly email: Locator;
  readonly phone: Locator;
  readonly isHosted: Locator;
  readonly placeOrder: Locator;
  /** The widget's box for the number in the field. */
  readonly texts: Locator;
  readonly confirmation: Locator;

  constructor(private readonly page: Page) {
    const main = page.getByRole('main');
    this.email = main.getByRole('textbox', { name: 'Email address' });
    this.phone = main.getByRole('textbox', { name: 'Phone' });
    this.isHosted = main.getByRole('checkbox', { name: 'Hosted checkout' });
    this.placeOrder = main.getByRole('button', { name: 'Place order' });
    this.texts = main.getByRole('checkbox', { name: /^Text me/ });
    this.confirmation = main.getByRole('heading', { name: 'Thank you' });
  }

  /** Switches to the checkout of another company, which is another page. */
  async switchToHosted(): Promise<void> {
    await this.isHosted.click();
    await this.page.getByRole('heading', { name: 'Hosted checkout', level: 1 }).waitFor();
  }

  async fill(fields: { readonly email?: string; readonly phone?: string }): Promise<void> {
    if (fields.email !== undefined) await this.email.fill(fields.email);
    if (fields.phone !== undefined) await this.phone.fill(fields.phone);
    await this.phone.blur();
  }
}
