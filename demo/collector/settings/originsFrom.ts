import type { Policy } from '../policy.ts';

/**
 * The origins that a list names.
 *
 * @throws {Error} one sentence, where there is none, or one that no browser would send
 */
export function originsFrom(text: string | undefined): Policy['origins'] {
  const name = 'HELLO_AGAIN_ORIGINS';
  const origins = (text ?? '').split(',').map((origin) => origin.trim());
  if (origins.join() === '') {
    throw new Error(`${name} must name the pages that may post, as in https://shop.example, or * for any page.`);
  }
  if (origins.join() === '*') return '*';
  origins.forEach((origin, i) => {
    if (originOf(origin) !== origin) {
      throw new Error(`${name}, entry ${i + 1}: it must be an origin and nothing else, as in https://shop.example.`);
    }
  });
  return origins;
}

function originOf(text: string): string | undefined {
  try {
    const { protocol, origin } = new URL(text);
    return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
  } catch {
    return undefined;
  }
}
