import { createCipheriv, createHmac, createSecretKey, hkdfSync, randomBytes } from 'node:crypto';
import type { LinkKey } from '../../widget/link/index.ts';

/** What a token says; a sealed subject says it to nobody but whoever has the key. */
interface About {
  readonly subject: string;
  readonly audience: string;
  readonly scope: string;
  readonly now: Date;
  /** Seconds. */
  readonly expiresIn: number;
}

/**
 * Mints the identity of a receipt: the token that `mintLink` makes of a subject that `sealSubject` has sealed. Each sign-up gets
 * one, and those two send their work to another thread and back, as all of the Web's cryptography does in Node: that costs several
 * times what the work costs. Whoever checks a token does so by `verifyLink` and `openSubject`.
 */
export function receiptMinter({ kid, secret }: LinkKey): (about: About) => string {
  const signing = createSecretKey(Buffer.from(secret));
  const sealing = Buffer.from(hkdfSync('sha256', secret, '', 'hello-again/relay: profile of a receipt', 32));
  const header = encoded({ alg: 'HS256', kid });
  return ({ subject, audience, scope, now, expiresIn }) => {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', sealing, iv);
    const sealed = Buffer.concat([iv, cipher.update(subject, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    const iat = Math.floor(now.getTime() / 1000);
    const sub = `sealed.${sealed.toString('base64url')}`;
    const signed = `${header}.${encoded({ scope, sub, aud: audience, iat, exp: iat + expiresIn })}`;
    return `${signed}.${createHmac('sha256', signing).update(signed).digest('base64url')}`;
  };
}

function encoded(json: object): string {
  return Buffer.from(JSON.stringify(json)).toString('base64url');
}
