import { type Bag, type Choice, isBag, textAt } from './choice.ts';
import type { Ask } from './rules.ts';

/** What a frame of the playground shows. */
export interface Shown {
  /** As `?ha_preview=` says it. */
  readonly state: string;
  readonly options: Bag;
}

/** Moments of a popup that can be looked at. */
export const moments = {
  form: 'The form',
  brief: 'What a phone shows first',
  wrong: 'With mistakes',
  second: 'The second of two steps',
  verify: 'The code from a text',
  success: 'After the sign-up',
};

export type Moment = keyof typeof moments;

/** What changes how a popup looks or reads. Nothing that says where sign-ups go reaches a frame. */
const seen: readonly string[] = [
  ...['region', 'sender', 'textsPerMonth', 'collect', 'texts', 'coupon', 'layout', 'layer', 'theme', 'steps', 'fields'],
  ...['wording', 'locale', 'country', 'dataLayerIncludeContact'],
];

/** The frame's element for a form in the page. */
const place = '#newsletter';

/** What the frames show of a choice to a visitor who is asked for that; undefined where nothing is shown. */
export function previewOf({ options }: Choice, ask: Ask, moment: Moment, art: string): Shown | undefined {
  if (ask === 'nothing') return undefined;
  const own = Object.fromEntries(Object.entries(options).filter(([name]) => seen.includes(name)));
  const picture = textAt(options, 'theme.picture');
  const isElsewhere = picture !== '' && !picture.startsWith(art);
  return {
    state: `${stateOf(options, ask, moment)},ask=${ask}`,
    options: {
      ...own,
      // The one that asks for no fields of its own accord.
      ...(options.to === 'dataLayer' ? { to: options.to } : {}),
      ...(isElsewhere && isBag(options.theme) ? { theme: { ...options.theme, picture: `${art}espresso.svg` } } : {}),
      ...(options.layout === 'inline' ? { into: place } : {}),
      // Without them nothing is shown at all; which is missing is flagged.
      brand: textAt(options, 'brand') || 'Your shop',
      terms: '#terms',
      privacy: '#privacy',
      collector: '#nowhere',
    },
  };
}

function stateOf(options: Bag, ask: Ask, moment: Moment): string {
  // Only a stranger sees two steps.
  const isInSteps = options.steps === 'two' && ask === 'email+phone';
  if (moment === 'form' && isInSteps) return 'first';
  // A coupon of the collector's has a made-up code.
  if (moment === 'success' && isBag(options.coupon) && options.coupon.when === 'receipt') return 'coupon';
  return moment;
}
