import { type Bag, type Choice, isBag, textAt } from './choice.ts';
import { checkOptions, filesFor, type Note, optionNotes } from './rules.ts';

/** One thing that the owner should know before the tag is pasted. */
export interface Flag {
  /** `bad`: something will not be shown, or not as chosen. */
  readonly tone: 'bad' | 'note';
  readonly says: string;
  readonly fix?: string | undefined;
}

/** What the popup takes of a phone's screen. CSS pixels. */
export interface Measured {
  readonly height: number;
  readonly heading: number;
  readonly body: number;
  readonly picture: number;
  /** Not all of it fits. */
  readonly isScrolled: boolean;
}

export const phoneHeight = 844;

/** More of the screen than this, and the page is hardly seen any more. */
const much = 0.8;

/**
 * All that is wrong or worth knowing about a choice, what keeps the popup closed first.
 *
 * @param themed what the popup's own check says of the theme in this browser
 */
export function flagsOf(
  choice: Choice,
  art: string,
  themed: readonly Note[],
  measured: Measured | undefined,
): readonly Flag[] {
  const { options } = choice;
  return [
    ...optionNotes(checkOptions(options), true).map(({ says, fix }): Flag => ({ tone: 'bad', says, fix })),
    ...themed.map(({ tone, says, fix }): Flag => ({ tone: tone === 'bad' ? 'bad' : 'note', says, fix })),
    ...languageFlags(options),
    ...heightFlags(measured),
    ...pictureFlags(options, art),
    ...placeholderFlags(choice),
  ];
}

/** A form never stands in another language than what is agreed to in it. */
function languageFlags(options: Bag): readonly Flag[] {
  const locale = textAt(options, 'locale');
  if (!locale || options.wording !== undefined) return [];
  const region = textAt(options, 'region');
  const spoken = filesFor({ locale, region }, 'email', { language: '', languages: [] }, '').find((name) =>
    name.startsWith(`strings-${locale.slice(0, 2)}-`),
  );
  if (spoken) return [];
  const language = new Intl.DisplayNames(['en'], { type: 'language' }).of(locale);
  return [
    {
      tone: 'bad',
      says: `There is no consent text in ${language} for ${region || 'the strictest rules'}, so the popup comes in English.`,
      fix: 'Choose another language or region, or give your own consent text (`wording`).',
    },
  ];
}

function heightFlags(measured: Measured | undefined): readonly Flag[] {
  if (!measured || measured.height === 0) return [];
  const { height, heading, body, picture, isScrolled } = measured;
  const share = Math.round((height / phoneHeight) * 100);
  const parts = [
    ['the heading', heading],
    ['the text below it', body],
    ['the picture', picture],
  ] as const;
  const costs = parts.filter(([, cost]) => cost > 0).map(([what, cost]) => `${what} ${cost}`);
  const tell = costs.length > 0 ? ` Of these, in pixels: ${costs.join(', ')}.` : '';
  const says = `On a phone it takes ${height} of ${phoneHeight} pixels, ${share} %.${tell}`;
  if (isScrolled)
    return [{ tone: 'bad', says: `${says} Visitors must scroll in it.`, fix: 'Use fewer words, or two steps.' }];
  if (height > phoneHeight * much) return [{ tone: 'bad', says, fix: 'Use fewer words, or two steps.' }];
  return [{ tone: 'note', says }];
}

function pictureFlags(options: Bag, art: string): readonly Flag[] {
  const picture = textAt(options, 'theme.picture');
  if (!picture) return [];
  return picture.startsWith(art)
    ? [{ tone: 'note', says: 'The picture is one of the demo’s.', fix: 'Give the address of your own.' }]
    : [{ tone: 'note', says: 'Another picture stands in for yours here: this page loads none of other hosts.' }];
}

/** Addresses that belong to nobody: RFC 2606. */
function placeholderFlags({ src, options }: Choice): readonly Flag[] {
  const collector = isBag(options.collector) ? textAt(options, 'collector.url') : textAt(options, 'collector');
  const addresses = [
    ['the script', src],
    ['the collector', options.to === undefined ? collector : ''],
    ['the terms', textAt(options, 'terms')],
    ['the privacy policy', textAt(options, 'privacy')],
  ] as const;
  const made = addresses
    .filter(([, address]) => /^https?:\/\/[\w.-]+\.example(\/|$)/.test(address))
    .map(([what]) => what);
  if (made.length === 0) return [];
  return [
    { tone: 'note', says: `These addresses are examples: ${made.join(', ')}.`, fix: 'Put your own in their place.' },
  ];
}
