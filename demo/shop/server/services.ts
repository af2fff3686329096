import type { Results } from '../../collector/counts/results.ts';
import type { ShapeName } from '../../collector/orders/readOrder.ts';
import type { CheckoutAction } from '../../collector/rules/actions.ts';
import type { PhoneOnFile, Profile } from '../../collector/rules/profile.ts';
import type { EmailConsent, PhoneConsent, RuleSetName } from '../../collector/rules/types.ts';

/**
 * What the demo's pages need from the platform behind them. Each call names a store (`[a-z0-9-]{1,60}`); a new
 * store is created and seeded by its first call.
 */
export interface DemoServices {
  /** The public origin of this server, when that is known. */
  readonly origin?: string;
  profiles(store: string): Promise<ProfileView[]>;
  rules(store: string): Promise<RuleSetName>;
  setRules(store: string, name: RuleSetName): Promise<void>;
  /** Restores the seeded people and the careful rules. */
  reset(store: string): Promise<void>;
  mails(store: string): Promise<Mail[]>;
  /** What the popup has earned in the last thirty days. */
  results(store: string): Promise<Results>;
  /** An order of the store's own checkout page. An invalid email or number is left out. */
  placeOrder(store: string, order: Order): Promise<void>;
  /** An order of a hosted checkout, which reports it to the platform by a signed webhook of that format. */
  hostedOrder(store: string, order: Order, shape: ShapeName): Promise<void>;
}

/** The default store. */
export const defaultStore = 'harbor-coffee';

/** A number of a profile, as people see it. */
export interface PhoneView extends PhoneOnFile {
  /** Of this number only. */
  readonly consent: PhoneConsent;
  /** The consent record that `consent` rests on. */
  readonly consentId: string | null;
}

/** A profile of the platform, as people see it. */
export interface ProfileView extends Pick<Profile, 'id' | 'name' | 'email' | 'history'> {
  readonly emailConsent: EmailConsent;
  readonly phones: readonly PhoneView[];
  /** The issuers whose identifiers have identified this profile; never the values. */
  readonly identifiers: readonly string[];
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
  /** What is special about it, for a visitor of the demo. */
  readonly note?: string;
}

/** An order as a checkout passes it on; the phone in whatever form it was typed. */
export type Order = Pick<CheckoutAction, 'email' | 'phone' | 'name'>;
