import type { LinkKey } from './types.ts';

const leastBytes = 32;
const kidPattern = /^[A-Za-z0-9._-]{1,40}$/;

/**
 * The bytes of a key's secret, once the key has been found fit for use.
 *
 * @throws {TypeError} when `kid` has other characters than `A-Z a-z 0-9 . _ -`, or is longer than 40
 * @throws {RangeError} when the secret is shorter than 32 bytes. The message never shows the secret.
 */
export function secretOf(key: LinkKey): Uint8Array {
  if (!kidPattern.test(key.kid)) {
    throw new TypeError('hello-again/link: key.kid must be 1 to 40 characters of A-Z a-z 0-9 . _ -');
  }
  const bytes = typeof key.secret === 'string' ? new TextEncoder().encode(key.secret) : key.secret;
  if (bytes.byteLength < leastBytes) {
    throw new RangeError(
      `hello-again/link: key.secret must have at least ${leastBytes} bytes, this one has ${bytes.byteLength}`,
    );
  }
  return bytes;
}
