import { invalid } from '../http/problem.ts';
import { isStoreName } from '../http/storeOf.ts';
import { isContact } from './isContact.ts';
import { membersOf } from './membersOf.ts';
import type { Who } from './who.ts';

export interface Withdrawal extends Who {
  /** When it was said, in milliseconds since 1970; now, where that was not told. */
  readonly at?: number;
}

/** How far another clock may be ahead of this one, in milliseconds. */
const clockDrift = 5 * 60 * 1000;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/;

/**
 * What a body withdraws: `{ store, channel, recipient, at? }`.
 *
 * @throws {Problem} 422 with the field that is wrong
 */
export function checkWithdrawal(body: unknown, now: number): Withdrawal {
  const { store, channel, recipient, at } = membersOf(body, ['store', 'channel', 'recipient', 'at']);
  if (!isStoreName(store)) throw invalid(422, [{ field: 'store', code: 'store.name' }]);
  if (channel !== 'email' && channel !== 'sms') throw invalid(422, [{ field: 'channel', code: 'people.channel' }]);
  if (!isContact(channel, recipient)) throw invalid(422, [{ field: 'recipient', code: 'people.recipient' }]);
  if (at === undefined) return { store, channel, recipient };
  const time = typeof at === 'string' && instant.test(at) ? Date.parse(at) : Number.NaN;
  if (!(time <= now + clockDrift)) throw invalid(422, [{ field: 'at', code: 'people.at' }]);
  return { store, channel, recipient, at: Math.min(time, now) };
}
