import type { CountryClue } from '../core/contact/chosenCountry.ts';
import { besideField, saidBy } from './besideField.ts';
import { findElement } from './findElement.ts';
import { nextTask } from './nextTask.ts';

type Place = string | HTMLElement;

/** A checkout's elements, or CSS selectors of them. */
interface CheckoutElements {
  readonly phone: Place;
  readonly email?: Place | undefined;
  readonly country?: Place | (() => string | undefined) | undefined;
  readonly slot: Place;
}

/** What stands in a checkout's fields. */
export interface CheckoutReading {
  readonly phone: string;
  readonly email: string;
  /** What the owner's field or function says of the number's country; undefined where the owner named none. */
  readonly said: readonly string[] | undefined;
  /** What stands beside the number. */
  clues(): readonly CountryClue[];
}

/** Where a checkout's elements are found; a framework may replace them, so they are looked up each time. */
export interface CheckoutPage {
  read(): CheckoutReading;
  slot(): Element | undefined;
  /**
   * Calls back when something may be another one: scripts fill fields in and replace them without any event, so every sign
   * of life counts. And once the number's form was emptied, and just before it is submitted.
   */
  listen(on: { look(): void; reset(): void; submit(): void }): () => void;
}

const signs = ['input', 'change', 'click', 'keyup', 'focusin', 'focusout'];

/** The checkout's elements, found again each time. A selector is looked up in the document. */
export function checkoutPage(fields: CheckoutElements): CheckoutPage {
  // An element that has left the page says nothing, whatever still stands in it.
  const find = (what: Place | undefined): Element | undefined => {
    const found = typeof what === 'string' ? findElement(what) : what;
    return found?.isConnected ? found : undefined;
  };
  const inputOf = (what: Place | undefined): HTMLInputElement | undefined => {
    const found = find(what);
    const input = found instanceof HTMLInputElement ? found : found?.querySelector('input');
    return input ?? undefined;
  };
  const said = (): readonly string[] | undefined => {
    const { country } = fields;
    if (country === undefined) return undefined;
    if (typeof country !== 'function') {
      const field = find(country);
      return field ? saidBy(field) : [];
    }
    try {
      const answer = country();
      return answer ? [String(answer)] : [];
    } catch {
      return [];
    }
  };
  return {
    read() {
      const phone = inputOf(fields.phone);
      return {
        phone: phone?.value ?? '',
        email: inputOf(fields.email)?.value ?? '',
        said: said(),
        clues: () => (phone ? besideField(phone) : []),
      };
    },
    slot: () => find(fields.slot),
    listen({ look, reset, submit }) {
      const isItsForm = ({ target }: Event) => {
        const field = inputOf(fields.phone);
        return !!field && target instanceof Node && (target.contains(field) || field.form === target);
      };
      const emptied = (event: Event) => {
        // The fields are emptied after this event.
        if (isItsForm(event)) void nextTask().then(reset);
      };
      const submitted = (event: Event) => {
        if (isItsForm(event)) submit();
      };
      for (const name of signs) document.addEventListener(name, look);
      document.addEventListener('reset', emptied);
      document.addEventListener('submit', submitted, { capture: true });
      const observer = new MutationObserver(look);
      observer.observe(document, { childList: true, subtree: true });
      return () => {
        for (const name of signs) document.removeEventListener(name, look);
        document.removeEventListener('reset', emptied);
        document.removeEventListener('submit', submitted, { capture: true });
        observer.disconnect();
      };
    },
  };
}
