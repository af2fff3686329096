import type { Page } from '@playwright/test';

/** Red, green and blue, 0 to 1. */
type Channels = readonly number[];

interface Pair {
  readonly what: string;
  /** What WCAG asks for it. */
  readonly least: number;
  readonly color: Channels;
  readonly ground: Channels;
}

/** WCAG 2.2, "contrast ratio". */
function contrast(one: Channels, other: Channels): number {
  const [a = 0, b = 0] = [one, other]
    .map((color) => color.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)))
    .map(([red = 0, green = 0, blue = 0]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue)
    .sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}

/**
 * Texts (1.4.3), and edges of fields and boxes (1.4.11), that stand out too little. axe gives up on what lies in the top
 * layer, so they are measured.
 */
export async function tooFaint(page: Page): Promise<{ readonly measured: number; readonly faint: string[] }> {
  const pairs = await page.evaluate((): Pair[] => {
    const root = document.querySelector('hello-again')?.shadowRoot;
    if (!root) throw new Error('no popup');
    const parse = (text: string) => {
      const numbers = (text.match(/-?[\d.]+(e-\d+)?/g) ?? []).map(Number);
      const channels = text.startsWith('color(') ? numbers : numbers.map((n, i) => (i < 3 ? n / 255 : n));
      return { channels: channels.slice(0, 3), alpha: channels[3] ?? 1 };
    };
    const groundOf = (element: Element | null): number[] => {
      if (!element) throw new Error('nothing opaque below');
      const { channels, alpha } = parse(getComputedStyle(element).backgroundColor);
      if (alpha === 1) return channels;
      const below = groundOf(element.parentElement);
      return channels.map((c, i) => c * alpha + (below[i] ?? 0) * (1 - alpha));
    };
    const found: Pair[] = [];
    for (const element of root.querySelectorAll<HTMLElement>('.popup *')) {
      if (!element.checkVisibility() || element.matches('.trap, option')) continue;
      const style = getComputedStyle(element);
      const what = `${element.localName}.${element.className} "${element.textContent?.slice(0, 20)}"`;
      const hasWords = [...element.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent?.trim());
      if (hasWords || element.matches('input:not([type=checkbox]), select')) {
        found.push({ what, least: 4.5, color: parse(style.color).channels, ground: groundOf(element) });
      }
      const ground = groundOf(element.parentElement);
      // A number and its code have one edge around both.
      if (element.matches('input, select, .number') && !element.parentElement?.closest('.number')) {
        found.push({ what: `${what} edge`, least: 3, color: parse(style.borderTopColor).channels, ground });
      }
      if (element.matches('.close')) found.push({ what, least: 3, color: parse(style.color).channels, ground });
    }
    return found;
  });
  return {
    measured: pairs.length,
    faint: pairs
      .filter(({ least, color, ground }) => contrast(color, ground) < least)
      .map(({ what, color, ground }) => `${what}: ${contrast(color, ground).toFixed(2)}`),
  };
}

/** What has the focus inside the popup, or the tab that brings it back. */
export interface Stop {
  /** Its `data-ha`, or its element's name. */
  readonly hook: string;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  /** The direction of its line. */
  readonly direction: string;
  /** Nothing lies over its middle. */
  readonly isClear: boolean;
  /** The ring against what it is drawn on; 0 without a ring. */
  readonly ring: number;
}

/** Where the focus is; `undefined` on the page, outside. */
export async function focusStop(page: Page): Promise<Stop | undefined> {
  const found = await page.evaluate(() => {
    const root = document.activeElement?.shadowRoot;
    const focused = root?.activeElement as HTMLElement | null | undefined;
    if (!root || !focused) return undefined;
    const parse = (text: string) => (text.match(/-?[\d.]+/g) ?? []).map(Number);
    const groundOf = (element: Element | null): number[] => {
      if (!element) return [1, 1, 1];
      const [red = 0, green = 0, blue = 0, alpha = 1] = parse(getComputedStyle(element).backgroundColor);
      return alpha === 1 ? [red, green, blue].map((c) => c / 255) : groundOf(element.parentElement);
    };
    const hasRing = (element: Element | null): element is Element => {
      const style = element && getComputedStyle(element);
      return !!style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && style.opacity === '1';
    };
    // An unseen list has its ring on what is seen in its place, a number around its code as well.
    const ringed = [focused, focused.nextElementSibling, focused.parentElement].find(hasRing) ?? focused;
    const style = getComputedStyle(ringed);
    const { left, top, bottom, width, height } = focused.getClientRects()[0] ?? new DOMRect();
    const over = root.elementFromPoint(left + width / 2, top + height / 2);
    // A ring with a negative offset is drawn on the element itself.
    const isInside = parseFloat(style.outlineOffset) < 0;
    return {
      hook: focused.dataset.ha ?? focused.localName,
      left,
      top,
      bottom,
      isClear: over === focused || focused.contains(over),
      ring: hasRing(ringed)
        ? parse(style.outlineColor)
            .slice(0, 3)
            .map((c) => c / 255)
        : undefined,
      ground: groundOf(isInside ? ringed : ringed.parentElement),
      direction: getComputedStyle(focused.parentElement ?? focused).direction,
    };
  });
  if (!found) return undefined;
  const { ring, ground, ...rest } = found;
  return { ...rest, ring: ring ? contrast(ring, ground) : 0 };
}

/** Presses Tab until what has that hook has the focus; answers the stops inside the popup on the way. */
export async function tabTo(page: Page, hook: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Stop[]> {
  const stops: Stop[] = [];
  if ((await focusStop(page))?.hook === hook) return stops;
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press(key);
    const stop = await focusStop(page);
    if (stop) stops.push(stop);
    if (stop?.hook === hook) return stops;
  }
  throw new Error(`no way to ${hook} by ${key}: ${stops.map((stop) => stop.hook).join(', ')}`);
}

/** Every stop of Tab inside the popup, in order, from where Tab comes in to where it leaves for the browser or the page. */
export async function allStops(page: Page): Promise<Stop[]> {
  let stops: Stop[] = [];
  let isOutside = false;
  for (let press = 0; press < 120; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await focusStop(page);
    if (stop && stop.hook !== 'dialog') stops.push(stop);
    else if (isOutside && stops.length > 0) return stops;
    // The focus may have begun anywhere: counted is from here.
    else {
      isOutside = true;
      stops = [];
    }
  }
  throw new Error(`Tab has no end: ${stops.map(({ hook }) => hook).join(', ')}`);
}
