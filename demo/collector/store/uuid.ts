import { randomBytes } from 'node:crypto';

/**
 * Makes UUIDs of version 7 (RFC 9562, section 5.7): time first, so that rows sort as they were written. Ids of the same
 * millisecond count up in `rand_a`.
 *
 * @param now milliseconds since 1970
 * @param random as many random bytes as asked for
 */
export function uuidMaker(now: () => number, random: (count: number) => Uint8Array = randomBytes): () => string {
  let last = 0;
  let counter = 0;
  return () => {
    const time = now();
    if (time > last) {
      last = time;
      counter = 0;
    } else if (++counter > 0xfff) {
      last += 1;
      counter = 0;
    }
    const hex = Buffer.from(random(8));
    // The variant's two bits.
    hex.writeUInt8((hex.readUInt8(0) & 0x3f) | 0x80, 0);
    const tail = hex.toString('hex');
    const time48 = last.toString(16).padStart(12, '0');
    const rand = counter.toString(16).padStart(3, '0');
    return `${time48.slice(0, 8)}-${time48.slice(8)}-7${rand}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  };
}
