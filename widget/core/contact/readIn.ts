import type { PhoneResult, PhoneRules } from './phone.ts';

/** How a number without `+` is read. */
export interface ReadBy {
  /** ISO 3166 alpha-2. */
  readonly country: string | undefined;
  /** Countries that something else says: the region, the page or the time zone. */
  readonly rivals?: readonly string[] | undefined;
}

/**
 * The number that a text is, shown below the field and sent alike. One that is valid in several countries, or that may be a
 * landline here and is a mobile number there, is the visitor's to choose; one that is impossible here and valid in one other is
 * that.
 */
export function readIn(phone: PhoneRules, text: string, { country, rivals = [] }: ReadBy): PhoneResult {
  const read = phone.parse(text, country);
  if (read.kind === 'empty' || read.kind === 'pending') return read;
  const others = rivals.map((rival) => phone.parse(text, rival)).filter((other) => other.kind === 'ok');
  const numbers = new Set([read, ...others].flatMap((each) => (each.kind === 'ok' ? [each.e164] : [])));
  if (numbers.size > 1) return { kind: 'offer', numbers: [...numbers] };
  const [other] = others;
  if (!other || read.kind === 'ok') return read;
  return read.kind === 'impossible' || read.kind === 'uncovered' ? other : { kind: 'offer', numbers: [...numbers] };
}
