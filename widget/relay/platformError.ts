import type { RelayFailure } from './types.ts';

/** A submission that the platform did not take now; the visitor's browser tries again. */
export class PlatformError extends Error {
  constructor(
    readonly failure: RelayFailure,
    /** The platform's `Retry-After`, as it came. */
    readonly retryAfter: string | null = null,
  ) {
    super(failure.code);
  }
}
