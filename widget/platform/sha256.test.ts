import { afterEach, describe, expect, test, vi } from 'vitest';
import { sha256 } from './sha256.ts';

afterEach(() => vi.unstubAllGlobals());

// The examples that NIST publishes with FIPS 180-4.
const digests = [
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
] as const;

describe('the digest is correct', () => {
  test.each(digests)('with the browser’s own hash, of %o', async (text, hex) => {
    expect(await sha256(text)).toBe(hex);
  });

  test.each(digests)('on a page without https, which has no hash, of %o', async (text, hex) => {
    vi.stubGlobal('crypto', {});
    expect(await sha256(text)).toBe(hex);
  });

  test('of a text outside ASCII, either way', async () => {
    const text = 'Écrivez-moi • 📱';
    const own = await sha256(text);
    vi.stubGlobal('crypto', {});
    expect(await sha256(text)).toBe(own);
  });
});
