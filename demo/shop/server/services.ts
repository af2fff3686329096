import type { ShapeName } from '../../collector/orders/order.ts';
import type { Mail, Order, ProfileView, RuleSetName } from '../../collector/rules/types.ts';

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

/** True for a text that can be a store's name. */
export function isStoreName(text: unknown): text is string {
  return typeof text === 'string' && /^[a-z0-9-]{1,60}$/.test(text);
}
