import { randomUUID } from 'node:crypto';

/**
 * Makes UUIDs of version 7 (RFC 9562, section 5.7): time first, so that rows sort as they were written. Ids of the same
 * millisecond count up in `rand_a`.
 *
 * @param now milliseconds since 1970
 */
export function uuidMaker(now: () => number): () => string {
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
    const time48 = last.toString(16).padStart(12, '0');
    const rand = counter.toString(16).padStart(3, '0');
    // Of a random one: its variant and 62 random bits.
    return `${time48.slice(0, 8)}-${time48.slice(8)}-7${rand}${randomUUID().slice(18)}`;
  };
}
