import { createHmac, timingSafeEqual } from 'node:crypto';

/** What is kept of a code: keyed, for there are only a million of them, and of one submission alone. */
export function codeHash(
  secret: string,
  { store, id }: { readonly store: string; readonly id: string },
  code: string,
): string {
  return createHmac('sha256', secret).update(`${store}\n${id.toLowerCase()}\n${code}`).digest('base64url');
}

/** Compares two hashes in a time that says nothing of where they differ. */
export function isSameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
