import { domainToASCII } from 'node:url';
import { checkEntry } from './checkEntry.mjs';
import { checkWithdrawals } from './checkWithdrawals.mjs';
import { textHash } from './hashOf.mjs';

/** @typedef {import('./checkEntry.mjs').Json} Json */

/**
 * @typedef {object} Verdict
 * @property {{ entry: Json, problems: string[] }[]} entries one for each entry, in order
 * @property {string[]} problems of the record as a whole
 */

const isObject = (/** @type {unknown} */ value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Checks an exported record.
 *
 * @param {unknown} value
 * @returns {Verdict}
 * @throws {Error} one sentence, where it is no record at all
 */
export function checkRecord(value) {
  const record = /** @type {Json} */ (value);
  if (!isObject(value) || record.format !== 'hello-again-consent-record') throw new Error('This is no consent record.');
  if (record.version !== 1) throw new Error('This record is of a version that is not known here.');
  // Records of earlier versions have no chains.
  const { store, ledger, submissions, withdrawals, withdrawalChains } = record;
  const lists = [ledger, submissions, withdrawals, withdrawalChains ?? []];
  const isWhole =
    lists.every(Array.isArray) &&
    [...ledger, ...submissions, ...(withdrawalChains ?? [])].every(isObject) &&
    submissions.every((/** @type {Json} */ one) => Array.isArray(one.consents) && one.consents.every(isObject));
  if (!isWhole) throw new Error('This consent record is not whole.');

  const byId = new Map(submissions.map((/** @type {Json} */ one) => [one.id, one]));
  const entries = ledger.map((/** @type {Json} */ entry) => ({ entry, problems: checkEntry(entry, store, byId) }));
  const problems = [];
  if (new Set(ledger.map((/** @type {Json} */ { id }) => id)).size < ledger.length)
    problems.push('An entry is there twice.');
  const hashes = ledger.map((/** @type {Json} */ { entryHash }) => String(entryHash));
  if (record.ledgerHash !== textHash(hashes.join('\n'))) {
    problems.push(
      'An entry is missing, was added, or stands in another place: the hash over all entries does not fit.',
    );
  }
  const withdrawn = ledger.filter((/** @type {Json} */ { state }) => state === 'withdrawn');
  if (withdrawals.join() !== withdrawn.map((/** @type {Json} */ { id }) => id).join()) {
    problems.push('The list of withdrawals is not that of the ledger.');
  }
  if (withdrawalChains) problems.push(...checkWithdrawals(withdrawalChains, ledger));
  return { entries, problems: [...problems, ...missingConsents(submissions, ledger)] };
}

/** Milliseconds by which two clocks may differ: a consent that is younger than a withdrawal by less is left out. */
const clockDoubt = 30_000;

/**
 * What an address or a number is compared by, as for the collector.
 *
 * @param {unknown} contact
 */
function keyOf(contact) {
  const [, local, domain] = /^(.*)@([^@]*)$/s.exec(String(contact)) ?? [];
  return local === undefined
    ? String(contact)
    : `${local.normalize('NFC').toLowerCase()}@${domainToASCII(String(domain)) || domain}`;
}

/**
 * When a box was ticked: by a clock that is set right by when the browser says that it sent it, and no later than it came in.
 *
 * @param {Json} consent
 * @param {string} receivedAt
 * @param {string | null | undefined} sentAt
 */
function tickedAt({ checkedAt }, receivedAt, sentAt) {
  const received = Date.parse(receivedAt);
  const ahead = sentAt ? Date.parse(sentAt) - received : 0;
  const isOff = ahead > 0 || ahead < -clockDoubt;
  return Math.min(Date.parse(checkedAt) - (isOff ? ahead : 0), received);
}

/**
 * Consents that were submitted and have no entry. That is correct for a held one, and for one older than a withdrawal.
 *
 * @param {readonly Json[]} submissions
 * @param {readonly Json[]} ledger
 * @returns {string[]}
 */
function missingConsents(submissions, ledger) {
  const written = new Set(ledger.map(({ consentId }) => consentId));
  const isErased = (/** @type {Json} */ { salt, to }) => salt === null || String(to).startsWith('hmac-sha256:');
  const isWithdrawn = (/** @type {Json} */ { channel, to, at }) =>
    ledger.some(
      (entry) =>
        entry.state === 'withdrawn' &&
        entry.channel === channel &&
        (isErased(entry) || keyOf(entry.to) === keyOf(to)) &&
        Date.parse(entry.at) + clockDoubt >= at,
    );
  return submissions
    .filter(({ happened }) => happened !== 'held')
    .flatMap(({ consents, receivedAt, sentAt }) =>
      consents.map((/** @type {Json} */ consent) => ({ ...consent, at: tickedAt(consent, receivedAt, sentAt) })),
    )
    .filter((consent) => !written.has(consent.id) && !(consent.granted && isWithdrawn(consent)))
    .map(({ id }) => `The consent ${id} was posted, and no entry of the ledger has it.`);
}
