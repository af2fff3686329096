/** A UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then random bits. `random` holds 16 bytes. */
export function uuidv7(now: number, random: Uint8Array): string {
  const bits = [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const time = now.toString(16).padStart(12, '0');
  const variant = ((random[8] ?? 0) & 0x3f) | 0x80;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${bits.slice(13, 16)}-${variant.toString(16)}${bits.slice(18, 20)}-${bits.slice(20)}`;
}
