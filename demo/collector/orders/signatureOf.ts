import { createHmac } from 'node:crypto';

/** The signature of a webhook's body: HMAC-SHA256, base64. */
export function signatureOf(body: string | Buffer, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}
