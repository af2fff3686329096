import { hashOf, textHash } from './hashOf.mjs';

/** @typedef {Record<string, any>} Json */

const erased = /^hmac-sha256:[0-9a-f]{64}$/;

/**
 * What is wrong with one entry of the ledger; empty for a valid one.
 *
 * @param {Json} entry
 * @param {string} store
 * @param {ReadonlyMap<string, Json>} submissions by id
 * @returns {string[]}
 */
export function checkEntry(entry, store, submissions) {
  const { id, profileId, channel, to, state, at, consentId, submissionId, evidence, text, page, salt, personHash } =
    entry;
  const kept = { id, store, profileId, channel, state, at, consentId, submissionId, evidence, personHash };
  const problems = [];
  if (entry.entryHash !== hashOf(kept)) problems.push('it is not as it was written: its hash does not fit');
  const isErased = salt === null;
  if (isErased) {
    if (!erased.test(to) || page !== null) problems.push('the number or address is neither whole nor erased');
  } else if (personHash !== hashOf({ salt, to, page })) {
    problems.push('the number, address or page is not the one it was written with');
  }
  if (typeof text === 'string') {
    if (textHash(text) !== evidence?.textHash) problems.push('the words are not those of their hash');
  } else if (evidence?.textHash && !isErased) {
    problems.push('the words are missing');
  }
  if (submissionId !== null && !isErased) problems.push(...checkSubmission(entry, submissions.get(submissionId)));
  return problems;
}

/**
 * @param {Json} entry
 * @param {Json | undefined} submission
 * @returns {string[]}
 */
function checkSubmission({ consentId, channel, to, state, evidence }, submission) {
  if (!submission) return ['the submission that it came with is missing'];
  const consent = submission.consents.find((/** @type {Json} */ one) => one.id === consentId);
  if (!consent) return ['its submission has no such consent'];
  const isSame =
    consent.channel === channel &&
    consent.to === to &&
    consent.granted === (state !== 'refused') &&
    consent.checkedAt === evidence?.checkedAt;
  return isSame ? [] : ['its submission says something else'];
}
