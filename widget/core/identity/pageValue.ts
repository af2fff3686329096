import type { Field } from './evidence.ts';
import type { Identity } from './resolve.ts';

/** The value of one kind that the page's own login passed, when it did. */
export function pageValue(identity: Identity, field: Field): string | undefined {
  return identity.evidence.find((e) => e.field === field && e.source === 'page')?.value;
}
