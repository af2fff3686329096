import type { FieldError } from '../../core/submission/answer.ts';

/** Something typed that the platform does not take. */
export class VisitorError extends Error {
  readonly errors: readonly FieldError[];

  constructor(field: 'contact.phone' | 'contact.email', code: string) {
    super(code);
    this.errors = [{ field, code }];
  }
}
