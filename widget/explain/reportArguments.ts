import { nearest } from '../config/nearest.ts';
import { findElement } from '../platform/findElement.ts';
import { isOwners } from '../platform/isOwners.ts';
import { onceLoaded } from '../platform/onceLoaded.ts';
import { warnOnce } from '../platform/warnOnce.ts';
import type { CheckoutFields } from '../signup/api.ts';
import type { EventName } from '../signup/events.ts';

const eventNames = Object.keys({
  decide: true,
  open: true,
  close: true,
  holdout: true,
  teaser: true,
  step: true,
  submit: true,
  sent: true,
  waiting: true,
  failed: true,
  error: true,
  forget: true,
} satisfies Record<EventName, true>);

const meant: Readonly<Record<string, string>> = {
  opened: 'open',
  closed: 'close',
  success: 'sent',
  submitted: 'submit',
};

/** Says so where a listener waits for an event that there is not. */
export function reportListener(name: unknown, listener: unknown): void {
  if (!eventNames.includes(String(name))) {
    const likely = meant[String(name)] ?? nearest(String(name), eventNames);
    const must = likely ? `was it \`${likely}\`?` : `there are ${eventNames.join(', ')}`;
    warnOnce(`hello-again: on(${JSON.stringify(name)}) hears nothing: no event has this name; ${must}`);
  }
  if (typeof listener !== 'function') {
    warnOnce(`hello-again: on("${String(name)}") has ${typeof listener} as its listener; expected a function`);
  }
}

/** Says so where a field of the checkout is not on the page. */
export function reportFields(fields: CheckoutFields): void {
  const { email, phone, slot } = Object(fields) as Partial<CheckoutFields>;
  onceLoaded(() => {
    for (const [name, field] of Object.entries({ phone, slot, ...(email === undefined ? {} : { email }) })) {
      if (typeof field === 'object' ? field : findElement(String(field))) continue;
      const must = 'the element, or a CSS selector of one that is on the page';
      warnOnce(`hello-again: watchCheckout: \`${name}\` is ${JSON.stringify(field) ?? 'missing'}; expected ${must}`);
    }
  });
}

/** The same, where the owner looks on. */
export function reportFieldsToOwner(fields: CheckoutFields): void {
  if (isOwners(true)) reportFields(fields);
}
