/** A checkout's elements, or CSS selectors of them. */
interface CheckoutElements {
  readonly phone: string | HTMLElement;
  readonly email?: string | HTMLElement | undefined;
  readonly slot: string | HTMLElement;
}

/** Where a checkout's elements are found; a framework may replace them, so they are looked up each time. */
export interface CheckoutPage {
  value(field: 'email' | 'phone'): string;
  slot(): Element | undefined;
  /** Calls back when a field changes, and just before its form is submitted. */
  listen(onChange: () => void, onSubmit: () => void): () => void;
}

/** The checkout's elements, found again each time. A selector is looked up in the document. */
export function checkoutPage(fields: CheckoutElements): CheckoutPage {
  const find = (what: string | HTMLElement | undefined): Element | undefined =>
    typeof what === 'string' ? (document.querySelector(what) ?? undefined) : what;
  const value = (field: 'email' | 'phone') => {
    const element = find(fields[field]);
    return element instanceof HTMLInputElement ? element.value : '';
  };
  return {
    value,
    slot: () => find(fields.slot),
    listen(onChange, onSubmit) {
      const changed = (event: Event) => {
        if (event.target === find(fields.phone) || event.target === find(fields.email)) onChange();
      };
      const submitted = (event: Event) => {
        const field = find(fields.phone);
        if (event.target instanceof Node && field && event.target.contains(field)) onSubmit();
      };
      document.addEventListener('input', changed);
      document.addEventListener('change', changed);
      document.addEventListener('submit', submitted, { capture: true });
      return () => {
        document.removeEventListener('input', changed);
        document.removeEventListener('change', changed);
        document.removeEventListener('submit', submitted, { capture: true });
      };
    },
  };
}
