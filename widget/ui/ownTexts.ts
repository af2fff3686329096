import type { TextOptions, Texts } from '../config/options.ts';
import { pickLocale } from './pickLocale.ts';

const asks = ['phone', 'email', 'email+phone', 'consent'] as const;

/**
 * The owner's words for one language: those given for it, and below them those given for all. What is said of a language
 * as a whole also wins over what is said of one ask in none.
 *
 * @param locale BCP 47 tag of the popup's words
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
