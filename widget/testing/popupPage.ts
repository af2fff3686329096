import type { FrameLocator, Locator, Page } from '@playwright/test';
import type { Explanation } from '../core/explain.ts';
import type { TagSignup } from '../signup/api.ts';
import { callSignup } from './callSignup.ts';

/** What a visitor types and ticks. What is not given stays as it is. */
export interface PopupEntries {
  /** Into the field for the email. */
  readonly email?: string | undefined;
  /** Into the field for the number, as somebody types it. */
  readonly phone?: string | undefined;
  /** The box for texts. */
  readonly texts?: boolean | undefined;
  /** The box for mails, where the region asks for one. */
  readonly mails?: boolean | undefined;
}

/** What the popup asks for where it is open. */
export type AskedFields = 'phone' | 'email' | 'email+phone' | 'consent';

/** `form`, `sending`, or the panel that followed: `success`, `waiting`, `failed`, `subscribed`, `verify`. */
export type PopupState = 'form' | 'sending' | 'success' | 'waiting' | 'failed' | 'subscribed' | 'verify';

/**
 * The popup as a page object for Playwright. It finds everything by the stable hooks (`data-ha`), so it works in every
 * language, layout and theme. The members are locators: `await popup.close.click()`.
 */
export class PopupPage {
  /** The host element, which has `data-ha-state`. */
  readonly host: Locator;
  /** The dialog, flyout or form inside it. */
  readonly dialog: Locator;
  /** The field for the email. */
  readonly email: Locator;
  /** The field for the number. */
  readonly phone: Locator;
  /** The box that agrees to texts. */
  readonly texts: Locator;
  /** The box that agrees to mails, where the region asks for one. */
  readonly mails: Locator;
  /** The button that sends. */
  readonly signUp: Locator;
  /** The X. */
  readonly close: Locator;
  /** "Not you?", where somebody is taken for the reader of the mail. */
  readonly notYou: Locator;
  /** The last panel's words. */
  readonly status: Locator;
  /** The field for the code of a text message. */
  readonly code: Locator;
  /** On a small screen a flyout says first what it is about. */
  readonly unfold: Locator;
  /** The tab that brings a closed popup back. */
  readonly teaser: Locator;
  /** The X of that tab. */
  readonly teaserClose: Locator;
  readonly #page: Page | FrameLocator;

  constructor(page: Page | FrameLocator) {
    const hook = (name: string) => page.locator(`[data-ha="${name}"]`);
    this.#page = page;
    this.host = page.locator('hello-again');
    this.dialog = this.host.locator('[part~="dialog"]');
    this.email = hook('email');
    this.phone = hook('phone');
    this.texts = hook('consent-sms');
    this.mails = hook('consent-email');
    this.signUp = hook('submit');
    this.close = hook('close');
    this.notYou = hook('not-you');
    this.status = hook('status');
    this.code = hook('code');
    this.unfold = hook('unfold');
    this.teaser = hook('teaser');
    this.teaserClose = hook('teaser-close');
  }

  /** Has the page open it, whatever delay, targeting and quiet periods say, and waits for it. */
  async open(): Promise<void> {
    await callSignup(this.#page, 'open');
    await this.dialog.waitFor();
  }

  /** Waits until it is open, and clicks its button where the form is behind one. */
  async toShowItsForm(): Promise<void> {
    await this.dialog.waitFor();
    if (await this.unfold.isVisible()) await this.unfold.click();
  }

  /** Waits until it is open and asks for these fields, and no others. */
  async toAsk(ask: AskedFields): Promise<void> {
    await this.toShowItsForm();
    const toBe = (field: Locator, isVisible: boolean) => field.waitFor({ state: isVisible ? 'visible' : 'hidden' });
    await toBe(this.email, ask.includes('email'));
    await toBe(this.phone, ask.includes('phone'));
    await toBe(this.texts, ask !== 'email');
  }

  /** Waits until it is closed. */
  async toBeClosed(): Promise<void> {
    await this.dialog.waitFor({ state: 'hidden' });
  }

  /** Types and ticks. */
  async fill({ email, phone, texts, mails }: PopupEntries): Promise<void> {
    await this.toShowItsForm();
    if (email !== undefined) await this.email.fill(email);
    if (phone !== undefined) await this.phone.fill(phone);
    if (texts !== undefined) await this.texts.setChecked(texts);
    if (mails !== undefined && (await this.mails.isVisible())) await this.mails.setChecked(mails);
  }

  /** Types, ticks and submits. */
  async submit(entries: PopupEntries = {}): Promise<void> {
    await this.fill(entries);
    await this.signUp.click();
  }

  /** Waits for the last panel, with these words where some are given. */
  async toSucceed(words: string | RegExp = /\S/): Promise<void> {
    await this.status.filter({ hasText: words }).waitFor();
  }

  /** Closes it as a visitor does, and waits until it is gone. */
  async dismiss(): Promise<void> {
    await this.close.click();
    await this.toBeClosed();
  }

  /** Clicks the teaser, and waits for the popup. */
  async reopen(): Promise<void> {
    await this.teaser.click();
    await this.dialog.waitFor();
  }

  /** What it shows; nothing where it is not open. */
  async state(): Promise<PopupState | undefined> {
    if ((await this.host.count()) === 0) return undefined;
    return ((await this.host.getAttribute('data-ha-state')) ?? undefined) as PopupState | undefined;
  }

  /** Waits until it shows this. */
  async toBe(state: PopupState): Promise<void> {
    await this.#page.locator(`hello-again[data-ha-state="${state}"]`).waitFor({ state: 'attached' });
  }

  /** Answers the storage question as the page's own banner would. */
  async setConsent(answer: 'granted' | 'denied'): Promise<void> {
    await callSignup(this.#page, 'setConsent', answer);
  }

  /** Says who is logged in, as the page's own script would. */
  async identify(person: Parameters<TagSignup['identify']>[0]): Promise<void> {
    await callSignup(this.#page, 'identify', person);
  }

  /** The decision and its reasons as data, without personal values. */
  explain(): Promise<Explanation> {
    return callSignup(this.#page, 'explain', false) as Promise<Explanation>;
  }
}
