import { createRequire } from 'node:module';
import { ensureInstalled } from '../../scripts/install.mjs';

if (!(await ensureInstalled('tools'))) process.exit(1);
// It brings no types: to require it is to say that it may be anything.
const autocannon = createRequire(import.meta.url)('autocannon');

/**
 * @typedef {object} Load
 * @property {number} rate answers 2xx a second
 * @property {number} p99 milliseconds
 * @property {string[]} acknowledged ids of the submissions that were answered 2xx
 * @property {Record<string, number>} refused other answers, by their status
 */

/**
 * Posts for a while, as fast as it is answered, to one server or to several at once.
 *
 * @param {readonly string[]} urls
 * @param {() => { id: string, body: string }} make
 * @param {{ seconds: number, connections: number }} about `connections` to all of them together
 * @returns {Promise<Load>}
 */
export async function load(urls, make, { seconds, connections }) {
  /** @type {string[]} */
  const acknowledged = [];
  /** @type {Record<string, number>} */
  const refused = {};
  const post = {
    setupRequest(/** @type {object} */ request, /** @type {{ id?: string }} */ context) {
      const { id, body } = make();
      context.id = id;
      return { ...request, body };
    },
    onResponse(/** @type {number} */ status, /** @type {string} */ _body, /** @type {{ id?: string }} */ context) {
      if (status >= 200 && status < 300 && context.id) acknowledged.push(context.id);
      else refused[status] = (refused[status] ?? 0) + 1;
    },
  };
  const results = await Promise.all(
    urls.map((url) =>
      autocannon({
        url,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        connections: Math.round(connections / urls.length),
        duration: seconds,
        timeout: 30,
        requests: [post],
      }),
    ),
  );
  for (const { errors } of results) if (errors > 0) refused.error = (refused.error ?? 0) + errors;
  return {
    rate: results.reduce((sum, result) => sum + result['2xx'] / result.duration, 0),
    p99: Math.max(...results.map((result) => result.latency.p99)),
    acknowledged,
    refused,
  };
}
