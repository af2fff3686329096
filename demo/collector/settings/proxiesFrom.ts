import { isIP } from 'node:net';

/** Addresses, or a look at each address from the nearest on. */
export type Proxies = string[] | ((address: string, hop: number) => boolean);

/**
 * Whose word about a client's address is taken: how many proxies stand before this server, or their addresses. Never
 * everybody's, for then a client could count as a new one with every request.
 *
 * @throws {Error} one sentence, where it is neither
 */
export function proxiesFrom(text: string | undefined): Proxies | undefined {
  if (!text) return undefined;
  if (/^[1-9]$/.test(text)) return (_address, hop) => hop < Number(text);
  const entries = text.split(',').map((entry) => entry.trim());
  if (entries.every(isNetwork)) return entries;
  throw new Error(
    'HELLO_AGAIN_TRUST_PROXY must be how many proxies stand before the collector, or their addresses, as in 10.0.0.0/8.',
  );
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
