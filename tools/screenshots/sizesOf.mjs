// How large the parts of a popup are, as the page itself measures them. What runs in the page gets there as text, so each function is whole.

/** Width and height. CSS pixels. @typedef {Record<string, readonly number[]>} Sizes */

/** Scroll bars take room in some engines, and each has its own heights of lines: what differs by less is no difference. CSS pixels. */
const tolerance = 16;

/** A popup is drawn. */
export const isDrawn = () =>
  [...document.querySelectorAll('hello-again')].some(
    (host) => host.shadowRoot?.querySelector('h2')?.getClientRects().length,
  );

/** The teaser is. */
export const isTeaser = () =>
  !!document.querySelector('hello-again-teaser')?.shadowRoot?.querySelector('.tab')?.getClientRects().length;

/** Nothing of it moves any more. */
export const isStill = () =>
  [...document.querySelectorAll('hello-again, hello-again-teaser')]
    .flatMap((host) => [...(host.shadowRoot?.querySelectorAll('*') ?? [])])
    .flatMap((element) => element.getAnimations())
    .every(({ playState }) => playState !== 'running');

/**
 * How large the parts are, and how far the lowest edge of each whole is from the window's.
 *
 * @returns {Sizes}
 */
export function sizesOf() {
  const roots = [...document.querySelectorAll('hello-again, hello-again-teaser')].map((host) => host.shadowRoot);
  /** @type {Record<string, readonly number[]>} */
  const found = {};
  for (const css of [
    '.popup',
    'h2',
    '.body',
    '.close',
    'select',
    '[data-ha=email]',
    '[data-ha=phone]',
    '[data-ha=consent-sms]',
    '[data-ha=code]',
    '[data-ha=submit]',
    '[data-ha=unfold]',
    '.tab',
  ]) {
    const element = roots.map((root) => root?.querySelector(css)).find((one) => one?.getClientRects().length);
    if (!element) continue;
    const { width, height, bottom } = element.getBoundingClientRect();
    found[css] = [width, height, ...(/popup|tab/.test(css) ? [innerHeight - bottom] : [])].map(Math.round);
  }
  return found;
}

/**
 * What differs from the first of them, in words.
 *
 * @param {readonly (readonly [browser: string, sizes: Sizes])[]} all
 */
export function differences([first, ...others]) {
  if (!first) return [];
  const [model, modelSizes] = first;
  return others.flatMap(([browser, found]) =>
    [...new Set([...Object.keys(modelSizes), ...Object.keys(found)])]
      .filter((css) => !isNear(modelSizes[css], found[css]))
      .map((css) => `${css} is ${told(found[css])} in ${browser}, ${told(modelSizes[css])} in ${model}`),
  );
}

/** @param {readonly number[] | undefined} a @param {readonly number[] | undefined} b */
const isNear = (a, b) => !!a && !!b && a.every((value, i) => Math.abs(value - (b[i] ?? 0)) <= tolerance);

/** @param {readonly number[] | undefined} size */
const told = (size) =>
  size ? `${size[0]} × ${size[1]}${size[2] === undefined ? '' : `, ${size[2]} above the window’s foot`}` : 'not drawn';
