import { timingSafeEqual } from 'node:crypto';
import { signatureOf } from './signatureOf.ts';

/** Whether that is the body's signature; how long it takes to say so tells nothing of the right one. */
export function isSigned(body: Buffer, given: unknown, secret: string): boolean {
  const due = Buffer.from(signatureOf(body, secret));
  const written = Buffer.from(typeof given === 'string' ? given : '');
  return written.length === due.length && timingSafeEqual(written, due);
}
