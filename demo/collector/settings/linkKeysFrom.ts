import type { LinkKeys } from '../links.ts';

/** The name of the one key that `HELLO_AGAIN_LINK_SECRET` gives, or that the database keeps. */
export const usualKid = 'demo';

const leastBytes = 32;

/**
 * The keys of links that the environment names, the newest first: `HELLO_AGAIN_LINK_KEYS=2026-11:secret,2026-05:secret`, and
 * `HELLO_AGAIN_LINK_SECRET` as a last one named `demo`, so that whoever had that alone can go on to a list.
 *
 * @throws {Error} one sentence without any secret, where a key is not fit for use: better than at the first visitor
 */
export function linkKeysFrom(env: Readonly<Record<string, string | undefined>>): LinkKeys | undefined {
  const { HELLO_AGAIN_LINK_KEYS: list, HELLO_AGAIN_LINK_SECRET: secret } = env;
  const keys = list ? list.split(',').map((entry, i) => keyFrom(entry.trim(), i + 1)) : [];
  if (secret) keys.push({ kid: usualKid, secret });
  for (const { kid, secret: text } of keys) {
    if (Buffer.byteLength(text) < leastBytes) {
      throw new Error(`The secret of the link key "${kid}" must have ${leastBytes} bytes or more.`);
    }
  }
  const kids = keys.map(({ kid }) => kid);
  const twice = kids.find((kid, i) => kids.indexOf(kid) < i);
  if (twice !== undefined) throw new Error(`Two link keys have the name "${twice}"; each needs its own.`);
  const [newest, ...former] = keys;
  return newest && [newest, ...former];
}

function keyFrom(entry: string, number: number): LinkKeys[number] {
  const [, kid, secret] = /^([A-Za-z0-9._-]{1,40}):(.+)$/.exec(entry) ?? [];
  if (!kid || !secret) {
    throw new Error(
      `HELLO_AGAIN_LINK_KEYS, key ${number}: it must be written as name:secret, and the next after a comma.`,
    );
  }
  return { kid, secret };
}
