/** What a hosted file may say: how the popup looks, reads and when it opens by itself. As it was written; each part is read like an option. */
export interface Looks {
  readonly layout?: unknown;
  readonly layer?: unknown;
  readonly steps?: unknown;
  readonly locale?: string;
  readonly theme?: Bag;
  readonly texts?: Bag;
  readonly trigger?: Bag;
}

type Bag = Readonly<Record<string, unknown>>;

/** Characters. */
const longest = 20_000;

/** An inline form needs its place, which is the tag's to name. */
const layouts: readonly unknown[] = ['auto', 'modal', 'flyout'];

/** What is read before the file can be there: conditions, the owner's element, whether it opens at all. */
const triggers = ['delay', 'scroll', 'exit'];

/** Reads a hosted file. What it may not say, and what cannot be read, is left out; undefined where nothing is left. Never throws. */
export function readLooks(text: string): Looks | undefined {
  try {
    const { layout, layer, steps, locale, theme, texts, trigger } = Object(
      JSON.parse(text.length > longest ? '' : text),
    ) as Bag;
    return {
      ...(layouts.includes(layout) ? { layout } : {}),
      ...(layer === undefined ? {} : { layer }),
      ...(steps === undefined ? {} : { steps }),
      ...(typeof locale === 'string' ? { locale } : {}),
      ...(isBag(theme) ? { theme } : {}),
      ...(isBag(texts) ? { texts } : {}),
      ...(isBag(trigger) ? { trigger: only(triggers, trigger) } : {}),
    };
  } catch {
    return undefined;
  }
}

/** The settings with a hosted file's looks below what the owner's tag says itself: there each single value of the tag wins. */
export function withLooks<S extends { readonly trigger: object }>(settings: S, given: unknown, looks: Looks): S {
  const tag = Object(given) as Bag;
  const { trigger, ...others } = looks;
  const looksBelow = Object.fromEntries(Object.entries(others).map(([name, value]) => [name, below(value, tag[name])]));
  // The short form says that nothing opens by itself.
  if (typeof tag.trigger === 'string' || !trigger) return { ...settings, ...looksBelow };
  const delay = Number((below(trigger, tag.trigger) as Bag).delay ?? Number.NaN);
  // Another moment takes the place of the usual delay, and not of one that somebody has named.
  const moment = Number.isFinite(delay) ? { delay } : {};
  return {
    ...settings,
    ...looksBelow,
    trigger: { ...settings.trigger, ...(below(trigger, tag.trigger) as Bag), ...moment },
  };
}

function below(value: unknown, tags: unknown): unknown {
  if (!isBag(value) || !isBag(tags)) return tags ?? value;
  const names = [...new Set([...Object.keys(value), ...Object.keys(tags)])];
  return Object.fromEntries(names.map((name) => [name, below(value[name], tags[name])]));
}

function only(names: readonly string[], bag: Bag): Bag {
  return Object.fromEntries(Object.entries(bag).filter(([name]) => names.includes(name)));
}

function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
