import { createHmac, randomBytes } from 'node:crypto';
import { isIP, isIPv4 } from 'node:net';

/** Of this process alone, so that a key says nothing to anybody else. */
const secret = randomBytes(32);

/** What a client is counted under, never an address itself: by itself, by its network, and by what a provider has. */
export interface AddressKeys {
  /** Of IPv6 the first 64 bits: a customer of a provider has all addresses behind them. */
  readonly address: string;
  /** /24 and /48: what one customer may rent for a little money. */
  readonly network: string;
  /** /16 and /32: what a provider has. */
  readonly provider: string;
}

/** @param address as a proxy may write it as well: with a port. Whatever is no address counts as one and the same. */
export function addressKeys(address: string): AddressKeys {
  const parts = partsOf(withoutPort(address));
  const isLong = parts.length === 8;
  const key = (count: number) => keyOf(`${isLong ? 6 : 4}/${count}:${parts.slice(0, count).join('.')}`);
  return { address: key(4), network: key(3), provider: key(2) };
}

/** A client's /24 or /48. */
export function networkOf(address: string): string {
  return partsOf(withoutPort(address)).slice(0, 3).join('.');
}

/** An address without the port that some proxies write behind it: `192.0.2.1:50123`, `[2001:db8::1]:50123`. */
export function withoutPort(address: string): string {
  const [, bracketed, plain] = /^\[([^\]]+)\](?::\d+)?$|^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(address) ?? [];
  return bracketed ?? plain ?? address;
}

function keyOf(text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}

/** The four numbers of an IPv4 address, the eight groups of an IPv6 one, and nothing of anything else. */
function partsOf(address: string): readonly string[] {
  const [bare = ''] = address.split('%', 1);
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare) ?? [];
  const short = mapped ?? bare;
  if (isIPv4(short)) return short.split('.');
  if (isIP(bare) === 0) return [];
  const [head = '', tail = ''] = bare.split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail.split(':').filter(Boolean);
  const gap = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  const groups = bare.includes('::') ? [...front, ...gap, ...back] : front;
  return groups.map((group) => Number.parseInt(group, 16).toString(16));
}
