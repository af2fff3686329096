import { cleanText } from './cleanText.ts';
import type { TakenFor } from './lookAlike.ts';

/** What became of a typed address. */
export type EmailResult =
  | { readonly kind: 'empty' }
  | { readonly kind: 'impossible' }
  /** It still holds a character that nobody can see. */
  | { readonly kind: 'unseen' }
  | { readonly kind: 'ok'; readonly email: string };

/** An address as `cleanText` reads it, without blanks around its signs, a comment behind it or a label before it. */
export function cleanEmail(text: string): string {
  const clean = cleanText(text)
    .replace(/。/g, '.')
    .replace(/^[(\s]+|\s*\([^@]*$/g, '')
    .replace(/ ?([@.]) ?/g, '$1');
  return /^[^@]*: ?(\S+@\S+)$/.exec(clean)?.[1] ?? clean;
}

/**
 * Normalises an address: read as `cleanText` reads it, the domain in lower-case ASCII (IDN through the platform's own URL
 * parser). The case of the local part stays as typed, since only its own server may say that two spellings are one mailbox
 * (RFC 5321 §2.4).
 *
 * @param takenFor tells look-alikes apart; without it, no domain with letters outside ASCII is possible
 */
export function normalizeEmail(text: string, takenFor?: TakenFor): EmailResult {
  const clean = cleanEmail(text);
  if (!clean) return { kind: 'empty' };
  // Controls, private use, unassigned, halves of characters; the blank of Braille, and what stands for an object.
  if (/[\p{C}\u2800\ufffc]/u.test(clean)) return { kind: 'unseen' };
  const at = clean.lastIndexOf('@');
  const local = clean.slice(0, at);
  const domain = asciiDomain(clean.slice(at + 1), takenFor);
  const isPossible =
    at > 0 &&
    at <= 64 &&
    domain !== undefined &&
    !/[\s@"(),:;<>[\]\\]/.test(local) &&
    !/^\.|\.\.|\.$/.test(local) &&
    local.length + domain.length < 254;
  return isPossible ? { kind: 'ok', email: `${local}@${domain}` } : { kind: 'impossible' };
}

/** Whether look-alikes have to be told apart in a text. */
export function isBeyondAscii(text: string): boolean {
  return /[^\0-~]/.test(text);
}

/** A registrable-looking host name in ASCII, or nothing; nor one that is taken for another. */
function asciiDomain(text: string, takenFor: TakenFor | undefined): string | undefined {
  // The letters, marks and digits of IDNA, and the dots that Catalan and Japanese have inside words.
  if (!/^[\p{L}\p{M}\p{N}·・-]+(\.[\p{L}\p{M}\p{N}·・-]+)+$/u.test(text)) return undefined;
  if (isBeyondAscii(text) && (!takenFor || takenFor(text))) return undefined;
  try {
    const host = new URL(`http://${text}`).hostname;
    // RFC 1035 §2.3.1. A dotted number is an address of a machine, and an ending has letters alone, not a mail domain.
    return /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])$/.test(host)
      ? host
      : undefined;
  } catch {
    return undefined;
  }
}
