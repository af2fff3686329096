import type { Carried } from '../core/identity/issuer.ts';

/** Reads an email address in clear; empty where the text is none. */
export function emailIn(text: unknown): readonly Carried[] {
  if (typeof text !== 'string' || text.length > 254) return [];
  const value = text.trim();
  return /^[!-?A-~]+@[\w-]+(\.[\w-]+)+$/.test(value) ? [{ field: 'email', value, strength: 'clear' }] : [];
}
