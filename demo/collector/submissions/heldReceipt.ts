import { randomUUID } from 'node:crypto';
import type { Submission } from '../../../widget/index.ts';
import type { Dependencies } from '../dependencies.ts';
import type { StoredReceipt } from '../store/tables.ts';
import { couponFor } from './receipt.ts';

type Known = Parameters<typeof couponFor>[1];

/**
 * What whoever may be a program is answered: what a stranger is whose sign-up was taken. With any other answer a program would
 * learn that it was found out, and try until it is not. Its `identity` names nobody.
 */
export async function heldReceipt(
  deps: Dependencies,
  transaction: Known,
  { store, consents }: Submission,
  outcome: 'linked' | 'accepted',
): Promise<StoredReceipt> {
  const granted = (channel: 'email' | 'sms') => consents.some((one) => one.channel === channel && one.granted);
  return {
    outcome,
    identity: await deps.links.mintIdentity(randomUUID(), store, deps.circumstances().now),
    subscribed: { email: granted('email'), sms: granted('sms') },
    optIn: { email: 'single', sms: 'single' },
    ...(await couponFor(deps, transaction, store, {})),
  };
}
