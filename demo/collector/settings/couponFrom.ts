import type { Policy } from '../policy.ts';

/**
 * The code that a sign-up is thanked with.
 *
 * @throws {Error} one sentence, where no popup would show it
 */
export function couponFrom(text: string | undefined): Pick<Policy, 'coupon'> {
  if (!text) return {};
  if (!/^[\x21-\x7e]{1,60}$/.test(text)) {
    throw new Error('HELLO_AGAIN_COUPON must be a code of letters, digits and signs, 60 at most.');
  }
  return { coupon: text };
}
