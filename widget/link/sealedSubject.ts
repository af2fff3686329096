import { secretOf } from './secretOf.ts';
import type { LinkKey } from './types.ts';

const ivBytes = 12;

/**
 * How a subject is sealed.
 *
 * - `sealed`: anew each time, so two tokens of one person have nothing in common. For the receipts of what anybody may have typed
 * - `mailed`: the same each time, so that a browser knows two mails of one person as such. For links that reach that person alone
 */
export type SealForm = 'sealed' | 'mailed';

/**
 * Seals a token's subject, so that only whoever has the signing key can read it. Everybody can read a token's subject, and whoever
 * types an email gets a token: an id that begins with the time it was made (UUIDv7, ULID) would tell whether that email was on file.
 *
 * @param text - as long for everybody, or the length tells
 */
export async function sealSubject(text: string, key: LinkKey, form: SealForm = 'sealed'): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const iv = form === 'sealed' ? crypto.getRandomValues(new Uint8Array(ivBytes)) : await ivOf(bytes, key);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await sealingKey(key), bytes);
  return `${form}.${toBase64Url(new Uint8Array([...iv, ...new Uint8Array(sealed)]))}`;
}

/** What was sealed with this key; undefined for a subject that is not sealed, and for one that does not open. */
export async function openSubject(subject: string, key: LinkKey): Promise<string | undefined> {
  const form = sealFormOf(subject);
  if (!form) return undefined;
  try {
    const bytes = fromBase64Url(subject.slice(form.length + 1));
    const [iv, sealed] = [bytes.slice(0, ivBytes), bytes.slice(ivBytes)];
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await sealingKey(key), sealed);
    return new TextDecoder().decode(opened);
  } catch {
    return undefined;
  }
}

/** How a token's subject was sealed; undefined for one in clear, as an owner mints it. */
export function sealFormOf(subject: string): SealForm | undefined {
  return (['sealed', 'mailed'] as const).find((form) => subject.startsWith(`${form}.`));
}

/** Of the text itself and by a key of its own, so that no two texts share one (the synthetic IV of RFC 5297). */
async function ivOf(text: Uint8Array<ArrayBuffer>, key: LinkKey): Promise<Uint8Array<ArrayBuffer>> {
  const use = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  const macKey = await derive(key, 'hello-again/link: IV of a mailed subject', use, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', macKey, text)).slice(0, ivBytes);
}

/** The label is the one that the relay's receipts have always been sealed under: they stay good. */
function sealingKey(key: LinkKey): Promise<CryptoKey> {
  const use = { name: 'AES-GCM', length: 256 };
  return derive(key, 'hello-again/relay: profile of a receipt', use, ['encrypt', 'decrypt']);
}

/** Keys that were derived before: to derive one takes longer than to seal with it, and it is the same each time. */
const derived = new WeakMap<LinkKey, Map<string, CryptoKey>>();

/** A key of its own, derived from the signing key (RFC 5869): one secret should not serve two algorithms. */
async function derive(
  key: LinkKey,
  label: string,
  use: AesKeyGenParams | HmacKeyGenParams,
  usages: KeyUsage[],
): Promise<CryptoKey> {
  const own = derived.get(key) ?? new Map<string, CryptoKey>();
  derived.set(key, own);
  // Whoever changes a key in place gets what is derived from the new secret.
  const name = `${label} ${key.secret}`;
  const made = own.get(name) ?? (await deriveAnew(key, label, use, usages));
  own.set(name, made);
  return made;
}

async function deriveAnew(
  key: LinkKey,
  label: string,
  use: AesKeyGenParams | HmacKeyGenParams,
  usages: KeyUsage[],
): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', new Uint8Array(secretOf(key)), 'HKDF', false, ['deriveKey']);
  const info = new TextEncoder().encode(label);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
  return crypto.subtle.deriveKey(hkdf, secret, use, false, usages);
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
