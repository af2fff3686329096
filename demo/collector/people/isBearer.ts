import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether an `authorization` header carries this token. How long it takes says nothing about how much of it was right. */
export function isBearer(header: string | undefined, token: string): boolean {
  const [, sent] = /^Bearer +(\S+)$/i.exec(header ?? '') ?? [];
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return sent !== undefined && timingSafeEqual(digest(sent), digest(token));
}
