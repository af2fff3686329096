import { textHash } from './hashOf.mjs';

/** @typedef {import('./checkEntry.mjs').Json} Json */

/**
 * Withdrawals that the database numbered and the ledger does not have, or the other way about.
 *
 * @param {readonly Json[]} numbered one a withdrawal: where it stands in the chain of its number or address
 * @param {readonly Json[]} ledger
 * @returns {string[]}
 */
export function checkWithdrawals(numbered, ledger) {
  const entries = new Map(ledger.map((entry) => [entry.id, entry]));
  const problems = [];
  for (const { entryId, entryHash, channel } of numbered) {
    const entry = entries.get(entryId);
    if (!entry) problems.push(`The withdrawal ${entryId} was numbered, and is missing from the ledger.`);
    else if (entry.entryHash !== entryHash || entry.channel !== channel || entry.state !== 'withdrawn') {
      problems.push(`The withdrawal ${entryId} is not the one that was numbered.`);
    }
  }
  for (const chain of new Set(numbered.map((one) => one.chain))) {
    const links = numbered.filter((one) => one.chain === chain).sort((a, b) => a.number - b.number);
    let before = '';
    const isWhole = links.every(({ number, entryHash, chainHash }, i) => {
      const isNext = number === i + 1 && chainHash === textHash(`${before}\n${entryHash}`);
      before = String(chainHash);
      return isNext;
    });
    if (!isWhole) problems.push(`The chain of withdrawals ${chain} is broken: one was taken out or changed.`);
  }
  const known = new Set(numbered.map(({ entryId }) => entryId));
  for (const { id, state } of ledger) {
    if (state === 'withdrawn' && !known.has(id)) problems.push(`The withdrawal ${id} stands in no chain.`);
  }
  return problems;
}
