import type { ShapeName } from '../../collector/orders/readOrder.ts';
import type { EmailConsent, PhoneConsent, RuleSetName } from '../../collector/rules/types.ts';

/**
 * What the demo's pages need from the platform behind them. Each call names a store (`[a-z0-9-]{1,60}`); a store that is
 * new is made and seeded by its first call.
 */
export interface DemoServices {
  /** Where this server is reached from outside, when that is known. */
  readonly origin?: string;
  profiles(store: string): Promise<ProfileView[]>;
  rules(store: string): Promise<RuleSetName>;
  setRules(store: string, name: RuleSetName): Promise<void>;
  /** Back to the seeded people and the careful rules. */
  reset(store: string): Promise<void>;
  mails(store: string): Promise<Mail[]>;
  /** An order of the store's own checkout page. An email or number that cannot be one is left out. */
  placeOrder(store: string, order: Order): Promise<void>;
  /** An order of a checkout elsewhere, which tells the platform by a signed webhook of that shape. */
  hostedOrder(store: string, order: Order, shape: ShapeName): Promise<void>;
}

/** The store of a visitor who named none. */
export const defaultStore = 'harbor-coffee';

/** A number of a profile, as people see it. */
export interface PhoneView {
  /** E.164; null where what was written is no number. */
  readonly number: string | null;
  /** As it came in: an import keeps its own way of writing. */
  readonly asWritten: string;
  /** The number the platform takes for the person's; the others are former ones. */
  readonly isCurrent: boolean;
  /** Proven by a keyword text or a code; a number merely typed is not. */
  readonly isProven: boolean;
  /** Of this very number, never of another. */
  readonly consent: PhoneConsent;
  /** The consent record that `consent` rests on. */
  readonly consentId: string | null;
}

/** A profile of the platform, as people see it. */
export interface ProfileView {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly emailConsent: EmailConsent;
  readonly phones: readonly PhoneView[];
  /** The issuers whose identifiers named this profile; never the values. */
  readonly identifiers: readonly string[];
  /** How it came to be, in sentences, the oldest first. */
  readonly history: readonly string[];
}

/** A link of a mail. */
export interface MailLink {
  readonly label: string;
  /** From the root: `/product/house-blend?ha_id=…&utm_source=newsletter&utm_medium=email`. */
  readonly path: string;
}

/** A mail or text message that the store sent. */
export interface Mail {
  readonly id: string;
  /** The name to show. */
  readonly to: string;
  readonly kind: 'email' | 'text';
  readonly subject: string;
  readonly preview: string;
  readonly links: readonly MailLink[];
  /** What is special about it, for whoever tries the demo. */
  readonly note?: string;
}

/** An order as a checkout passes it on; the phone in whatever form it was typed. */
export interface Order {
  readonly email?: string;
  readonly phone?: string;
  readonly name?: string;
}
