import type { FieldError } from '../../core/submission/answer.ts';

/** A refusal, answered as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    /** Further members: `errors`, `ask` ... Never what the visitor sent. */
    readonly members: { readonly errors?: readonly FieldError[]; readonly ask?: 'email+phone' } = {},
    readonly retryAfter?: string,
  ) {
    super(title);
  }
}
