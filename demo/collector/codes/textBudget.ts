import { createHmac } from 'node:crypto';
import type { Transaction } from 'kysely';
import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Dependencies, Policy } from '../dependencies.ts';
import { lockPeople, textsLock } from '../store/locks.ts';
import type { Tables } from '../store/tables.ts';
import { day, mostADay } from './code.ts';
import { hour } from './textLimits.ts';

/** Of a store's hour: what one network may ask for, over all stores of this installation. */
const ofOneNetwork = 1 / 5;
const leastOfOneNetwork = 3;

/** Calling codes of countries that have nothing to do with each other: to text some of them costs a hundred times as much. */
const shared = new Set(['1', '7']);

/**
 * Whether a number is of a country that codes are sent to, or of an island of it that has its calling code, as Guernsey of
 * Britain. Satellites and numbers of no country are of none.
 */
export function isTextable(phone: string, { texts }: Pick<Policy, 'texts'>): boolean {
  if (!texts) return true;
  const { country, countryCallingCode: code } = parsePhoneNumberFromString(phone) ?? {};
  if (country === undefined || code === undefined) return false;
  const { countries } = texts;
  return countries.includes(country) || (!shared.has(code) && countries.some((one) => codeOf(one) === code));
}

function codeOf(country: string): string | undefined {
  return isSupportedCountry(country) ? getCountryCallingCode(country) : undefined;
}

/**
 * Counts a text that is about to be sent, in the transaction that sends it, over all processes.
 *
 * @param isHeld no text is sent, and none is counted
 * @returns 0, or after how many seconds there may be one
 */
export async function spendText(
  deps: Dependencies,
  transaction: Transaction<Tables>,
  {
    store,
    recipient,
    now,
    isHeld,
  }: { readonly store: string; readonly recipient: string; readonly now: number; readonly isHeld: boolean },
): Promise<number> {
  // Over all stores and processes: of two at once the second sees what the first has counted.
  await lockPeople(transaction, store, [textsLock]);
  const { texts } = deps.policy;
  const network = texts ? networkKey(deps) : '';
  const count = async (column: 'store' | 'recipient' | 'network', value: string, since: number): Promise<number> => {
    const rows = transaction
      .selectFrom('texts_sent')
      .select('id')
      .where(column, '=', value)
      .where('sent_at', '>', new Date(now - since));
    // The demo's stores are everybody's own, with the same people in each.
    return (await (texts ? rows : rows.where('store', '=', store)).execute()).length;
  };
  if ((await count('recipient', recipient, day)) >= mostADay) return day / 1000;
  if (texts) {
    const most = Math.max(leastOfOneNetwork, Math.floor(texts.perHour * ofOneNetwork));
    if (network !== '' && (await count('network', network, hour)) >= most) return hour / 1000;
    if ((await count('store', store, hour)) >= texts.perHour) {
      if (!isHeld) deps.tellUsedUp(store, now);
      return hour / 1000;
    }
  }
  if (isHeld) return 0;
  await transaction
    .insertInto('texts_sent')
    .values({ id: deps.circumstances().newId(), store, recipient, network, sent_at: new Date(now) })
    .execute();
  return 0;
}

/** Keyed by a secret of the installation, so that all processes count the same; and nobody reads an address from it. */
function networkKey({ network, codeSecret }: Pick<Dependencies, 'network' | 'codeSecret'>): string {
  return network === undefined ? '' : createHmac('sha256', codeSecret).update(`network ${network}`).digest('base64url');
}
