import { createHmac, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';

/** Of this process alone, so that a key says nothing to anybody else. */
const secret = randomBytes(32);

/**
 * What a client's address is counted under: never the address itself. Of IPv6 the first 64 bits count, since a customer of a
 * provider has all addresses behind them.
 */
export function addressKey(address: string): string {
  return createHmac('sha256', secret).update(networkOf(address)).digest('base64url');
}

function networkOf(address: string): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('%', 1)[0]?.split('::') ?? [];
  const front = head.split(':').filter(Boolean);
  const back = tail.split(':').filter(Boolean);
  const gap = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  const groups = address.includes('::') ? [...front, ...gap, ...back] : front;
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
