import type { SignupOptions } from '../config/options.ts';
import type { Decision } from '../core/ask/decision.ts';
import type { Subscribed } from '../core/ask/reasons.ts';
import type { Explanation } from '../core/explain.ts';
import type { EventName, Listener } from './events.ts';

/** The fields of the host's checkout form, as selectors or elements, and the element for the consent line. */
export interface CheckoutFields {
  /** The field of the email. Without it the number is sent alone. */
  readonly email?: string | HTMLElement | undefined;
  /** The field of the number. */
  readonly phone: string | HTMLElement;
  /**
   * What says the country of a number without `+`: a field, an element that shows a country or a dial code, or a function that
   * answers one: `ES`, `+34`. Without it, what stands beside the number is read: a select of countries or dial codes, the
   * flag of intl-tel-input and its like.
   */
  readonly country?: (string | HTMLElement | (() => string | undefined)) | undefined;
  /** The element that the consent line is drawn into. */
  readonly slot: string | HTMLElement;
}

/** Undoes the watching. `commit()` sends what is ticked, for a host without a submit event. */
export interface CheckoutWatch {
  /** Stops watching, and takes the line off the page. */
  (): void;
  /** Sends what is ticked, once; without a tick nothing happens. */
  commit(): void;
}

/** How banners say yes and no. */
export type ConsentAnswer = boolean | 'granted' | 'accepted' | 'yes' | 'denied' | 'rejected' | 'no';

/** What the page's login knows of its customer. What is no email, and what a template prints for a guest, identifies nobody. */
export interface PageIdentity {
  /** The customer’s email address, as the account has it. */
  readonly email?: string | undefined;
  /** The customer’s number in E.164: `+447700900982`. */
  readonly phone?: string | undefined;
  /** Your own id of the customer. It counts as an identifier of issuer `own`. */
  readonly id?: string | undefined;
  /** What the account says the customer is subscribed to; left out where it does not know. */
  readonly subscribed?: Subscribed | undefined;
}

/** A signup on a page, as the script tag's API has it. Every method may be called at any time and any number of times. */
export interface TagSignup {
  /** Settles once the permission to store and the lookup are known. Never rejects. */
  readonly ready: Promise<Decision>;
  /** Decides from the facts so far; shows nothing. */
  decide(): Decision;
  /** The page's login; `null` when logged out. */
  identify(person: PageIdentity | null): void;
  /**
   * The permission to store, from the page's consent banner. Anything else than these, in whatever case, changes nothing, and
   * the console says so; a grant as well where `storage` is `none`.
   */
  setConsent(answer: ConsentAnswer): void;
  /** Opens the popup whatever targeting and frequency say. */
  open(): void;
  /** Closes the popup, if it is open, with the reason `api`. Nothing is sent and no quiet period begins. */
  close(): void;
  /** Deletes what this browser remembers. */
  forget(): void;
  /** Keeps the popup closed until `resume()`. */
  pause(): void;
  /** Ends `pause()`. */
  resume(): void;
  /**
   * The whole decision as data, without personal values. Its texts are fetched on request.
   *
   * @param isPrinted - `false`: does not print it to the console, with a short table, as it does otherwise
   */
  explain(isPrinted?: boolean): Promise<Explanation>;
  /** Observes a checkout form's fields. Returns the undo function, which also has `commit()`. */
  watchCheckout(fields: CheckoutFields): CheckoutWatch;
  /**
   * Calls a function at every event of that name, until the function that it returns is called. What the listener throws is reported as
   * an error of the page.
   */
  on<N extends EventName>(name: N, listener: Listener<N>): () => void;
  /** Takes everything of this signup off the page. */
  destroy(): void;
}

/**
 * A signup made by `createSignup`. Two with the same `id` are one popup with the options of the newer one: each is a handle of
 * its own, with its own listeners, and the popup goes with the last of them.
 */
export interface Signup extends TagSignup {
  /**
   * Changes options; those that are not named stay. What is open stays open, and the change counts once it is closed. The `id`
   * cannot be changed.
   */
  update(change: Partial<SignupOptions>): void;
  /** Takes this handle's listeners off, and the signup with the last handle. Handles of the same `id` go on. */
  destroy(): void;
}

/** A call as a page without the script writes it down: a method's name and its arguments, or `options` and the options. */
export type TagCommand = readonly [name: keyof TagSignup | 'options', ...args: unknown[]];

/** `window.HelloAgain`, as the script tag leaves it: the tag's own signup, and a way to make further ones. */
export interface TagApi extends TagSignup {
  /** Makes another signup. Two on one page need two ids. */
  createSignup(options: SignupOptions): TagSignup;
  /** Calls methods, as the queue does that was there before the script. */
  push(...commands: readonly TagCommand[]): void;
}
