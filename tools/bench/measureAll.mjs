import { costOfNothing, countDownloads, timeOpening } from './measure.mjs';

/** @typedef {import('./candidates.mjs').Candidate} Candidate */
/** @typedef {{ bytes: number, requests: number }} Download */
/** @typedef {'cold' | 'prefetched' | 'load' | 'loadQuickest'} Opening */

/**
 * @typedef {object} Measured medians of one candidate
 * @property {Download} [open] until the field is usable
 * @property {Download} [sent] the whole sign-up
 * @property {Download & { script: number }} [nothing] a page that asks nothing; `script` in milliseconds
 * @property {Partial<Record<Opening, { ms: number, blocking: number }>>} times
 */

const visitsOfNothing = 3;

const openings = /** @type {const} */ (['prefetched', 'cold', 'load', 'loadQuickest']);

/** @param {readonly number[]} numbers */
const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
};

/**
 * Begins each round with another candidate, so that none always follows the same one.
 *
 * @template T
 * @param {readonly T[]} all
 * @param {number} by
 */
const rotated = (all, by) => [...all.slice(by % all.length), ...all.slice(0, by % all.length)];

/**
 * Measures everything. The first count of each candidate, at full speed, warms the browser up as well.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {import('./server.mjs').Server} server
 * @param {readonly Candidate[]} candidates
 * @param {number} rounds
 * @returns {Promise<Map<string, Measured>>} by the candidates' ids
 */
export async function measureAll(browser, server, candidates, rounds) {
  /** @type {Map<string, Measured>} */
  const all = new Map();
  for (const candidate of candidates) {
    console.log(`What it downloads: ${candidate.name}`);
    all.set(candidate.id, { ...(await countDownloads(browser, server, candidate)), times: {} });
  }
  /** @type {Map<string, { ms: number, blocking: number }[]>} */
  const opened = new Map();
  /** @type {Map<string, (Download & { script: number })[]>} */
  const nothing = new Map();
  for (let round = 0; round < rounds; round += 1) {
    console.log(`Round ${round + 1} of ${rounds}`);
    const turn = rotated(candidates, round);
    for (const opening of openings) {
      for (const candidate of turn.filter(({ pages }) => pages[opening] !== undefined)) {
        const key = `${candidate.id} ${opening}`;
        opened.set(key, [...(opened.get(key) ?? []), await timeOpening(browser, server.origin, candidate, opening)]);
      }
    }
    // A few milliseconds vary most: they are measured more often.
    for (let visit = 0; visit < visitsOfNothing; visit += 1) {
      for (const candidate of turn.filter(({ pages }) => pages.nothing !== undefined)) {
        const cost = await costOfNothing(browser, server, candidate);
        nothing.set(candidate.id, [...(nothing.get(candidate.id) ?? []), cost]);
      }
    }
  }
  for (const [key, times] of opened) {
    const [id, opening] = /** @type {[string, Opening]} */ (key.split(' '));
    const middle = { ms: median(times.map(({ ms }) => ms)), blocking: median(times.map(({ blocking }) => blocking)) };
    Object.assign(all.get(id)?.times ?? {}, { [opening]: middle });
  }
  for (const [id, costs] of nothing) {
    Object.assign(all.get(id) ?? {}, { nothing: { ...costs[0], script: median(costs.map(({ script }) => script)) } });
  }
  return all;
}
