// Written independently of the collector's own, so that each checks the other. docs/consent-ledger.md says what is
// hashed.
import { createHash } from 'node:crypto';

/**
 * @param {unknown} value
 * @returns {string} the JSON value with its names sorted and without white space
 */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  const members = /** @type {Record<string, unknown>} */ (value);
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(members[name])}`).join(',')}}`;
}

/** @param {string} text */
export const textHash = (text) => `sha256-${createHash('sha256').update(text, 'utf8').digest('hex')}`;

/** @param {unknown} value */
export const hashOf = (value) => textHash(canonical(value));
