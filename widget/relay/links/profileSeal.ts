import { secretOf } from '../../link/secretOf.ts';
import type { LinkKey } from '../../link/types.ts';

/** No subject of a mail's link begins so; whoever signs both must be able to tell them apart. */
const prefix = 'sealed.';
const ivBytes = 12;

/**
 * A platform's id of a person, so that only this relay can read it: the subject of a receipt's identity. Everybody can read
 * a token's subject, and whoever types an email gets a token. Klaviyo's ids are ULIDs (https://github.com/ulid/spec), which
 * begin with the time they were made: an id in clear would tell whether that email was on file before.
 */
export async function sealProfile(profileId: string, key: LinkKey): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const bytes = new TextEncoder().encode(profileId);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await sealingKey(key), bytes);
  return prefix + toBase64Url(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
}

/** The id that was sealed with this key; undefined for a subject that is not sealed, and for one that does not open. */
export async function openProfile(subject: string, key: LinkKey): Promise<string | undefined> {
  if (!isSealed(subject)) return undefined;
  try {
    const bytes = fromBase64Url(subject.slice(prefix.length));
    const [iv, sealed] = [bytes.slice(0, ivBytes), bytes.slice(ivBytes)];
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await sealingKey(key), sealed);
    return new TextDecoder().decode(opened);
  } catch {
    return undefined;
  }
}

/** Whether a token's subject is one of ours, and not the subject of a mail's link. */
export function isSealed(subject: string): boolean {
  return subject.startsWith(prefix);
}

/** A key of its own, derived from the signing key (RFC 5869): one secret should not serve two algorithms. */
async function sealingKey(key: LinkKey): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', new Uint8Array(secretOf(key)), 'HKDF', false, ['deriveKey']);
  const info = new TextEncoder().encode('hello-again/relay: profile of a receipt');
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
  return crypto.subtle.deriveKey(hkdf, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
