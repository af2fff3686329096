import type { OwnWording } from '../config/options.ts';
import type { RawOptions } from '../config/settings.ts';
import type { ConsentRegion, ConsentText } from '../locales/consentText.ts';
import { warn } from '../platform/warn.ts';
import { pickLocale } from '../ui/pickLocale.ts';

/** The members, and the slots that each of a pair of texts must have between them. */
const members = ['version', 'sms', 'smsNamed', 'smsPrint', 'email', 'emailPrint', 'terms', 'privacy'] as const;
const texts: readonly [one: keyof OwnWording, other: keyof OwnWording, slots: readonly string[]][] = [
  ['sms', 'smsPrint', ['brand', 'terms', 'privacy']],
  ['smsNamed', 'smsPrint', ['brand', 'number', 'terms', 'privacy']],
  ['email', 'emailPrint', ['brand', 'privacy']],
];
const filled = ['brand', 'frequency', 'sender', 'terms', 'privacy', 'number'];

/**
 * An owner's consent text as the popup shows it; undefined where a part that every region asks for is missing, which
 * the console reports. The owner is responsible for the text being lawful.
 *
 * @param given as the owner wrote it: anything
 * @param locale BCP 47 tag that it was given for
 */
export function ownConsentText(given: unknown, locale: string, region: ConsentRegion): ConsentText | undefined {
  const problem = problemOf(given, region);
  if (problem) {
    warn(`hello-again: wording.${locale} is not used: ${problem}`);
    return undefined;
  }
  const own = given as OwnWording;
  return {
    ...Object.fromEntries(members.map((name) => [name, own[name]])),
    locale,
    emailMethod: region === 'us' ? 'submit' : 'checkbox',
  } as ConsentText;
}

function problemOf(given: unknown, region: ConsentRegion): string | undefined {
  if (typeof given !== 'object' || given === null) return 'it is no group of texts';
  const own = given as Readonly<Record<string, unknown>>;
  for (const name of members) {
    const text = own[name];
    if (typeof text !== 'string' || !text.trim()) return `${name} is missing`;
    const unknown = [...text.matchAll(/\{(\w*)\}/g)].find(([, slot]) => !filled.includes(slot ?? ''));
    if (unknown) return `${name} has ${unknown[0]}, which nothing fills`;
    if (text.includes('{number}') && name !== 'smsNamed') return `{number} is for smsNamed alone, not for ${name}`;
  }
  for (const [one, other, slots] of texts) {
    // The law of Canada asks who sends.
    for (const slot of region === 'ca' ? [...slots, 'sender'] : slots) {
      if (!`${own[one]} ${own[other]}`.includes(`{${slot}}`)) return `${one} and ${other} have no {${slot}}`;
    }
  }
  return undefined;
}

/**
 * Reads the owner's wordings: answers the one for a language that is wanted (BCP 47). A JSON block may hold anything.
 */
export function ownConsentTexts(
  { wording }: RawOptions,
  region: ConsentRegion,
): (wanted: string | undefined) => ConsentText | undefined {
  const own: Readonly<Record<string, unknown>> = typeof wording === 'object' && wording !== null ? { ...wording } : {};
  return (wanted) => {
    const tag = pickLocale(Object.keys(own), wanted);
    return tag ? ownConsentText(own[tag], tag, region) : undefined;
  };
}
