import { invalid } from '../http/problem.ts';
import { isStoreName } from '../http/storeOf.ts';
import { isContact } from './isContact.ts';
import { membersOf } from './membersOf.ts';
import type { Who } from './who.ts';

/**
 * Whom a body names: `{ store, email }` or `{ store, phone }`.
 *
 * @throws {Problem} 422 with the fields that are wrong
 */
export function checkPerson(body: unknown): Who {
  const { store, email, phone } = membersOf(body, ['store', 'email', 'phone']);
  if (!isStoreName(store)) throw invalid(422, [{ field: 'store', code: 'store.name' }]);
  if ((email === undefined) === (phone === undefined)) {
    throw invalid(422, [{ field: 'body', code: 'people.contact', message: 'Name either an email or a phone.' }]);
  }
  if (phone === undefined) {
    if (!isContact('email', email)) throw invalid(422, [{ field: 'email', code: 'email.shape' }]);
    return { store, channel: 'email', recipient: email };
  }
  if (!isContact('sms', phone)) throw invalid(422, [{ field: 'phone', code: 'phone.e164' }]);
  return { store, channel: 'sms', recipient: phone };
}
