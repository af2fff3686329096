import type { TextOptions, Texts } from '../config/options.ts';
import { pickLocale } from './pickLocale.ts';

const asks = ['phone', 'email', 'email+phone', 'consent'] as const;

/**
 * The owner's texts for one language: those given for it, and then those given for all. Texts for a language also win
 * over texts for one ask in all languages.
 *
 * @param locale BCP 47 tag of the popup's language
 */
export function ownTexts(texts: TextOptions | undefined, locale: string): Omit<TextOptions, 'languages'> {
  if (!isGroup(texts)) return {};
  const { languages, ...general } = texts;
  const found = isGroup(languages) && pickLocale(Object.keys(languages), locale);
  const own = found ? languages?.[found] : undefined;
  if (!isGroup(own)) return general;
  const said = Object.keys(own);
  const byAsk = asks.map((ask) => {
    const others = Object.entries(group(general[ask])).filter(([name]) => !said.includes(name));
    return [ask, { ...Object.fromEntries(others), ...group(own[ask]) }];
  });
  return { ...general, ...own, ...Object.fromEntries(byAsk) };
}

function group(value: Texts | undefined): Texts {
  return isGroup(value) ? value : {};
}

/** A JSON block may hold anything. */
function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
