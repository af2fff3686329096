import { createRequire } from 'node:module';

/** What the README promises, by the names that MDN's data have for browsers. */
export const baseline = {
  chrome: 93,
  edge: 93,
  firefox: 98,
  safari: 15.4,
  chrome_android: 93,
  safari_ios: 15.4,
} as const;

export type Browser = keyof typeof baseline;

interface Statement {
  readonly version_added: string | false | 'preview';
  readonly version_removed?: string;
  readonly flags?: unknown;
  readonly prefix?: string;
  readonly partial_implementation?: boolean;
}

export interface Feature {
  readonly __compat?: { readonly support: Readonly<Partial<Record<Browser, Statement | readonly Statement[]>>> };
  readonly [name: string]: Feature | undefined | unknown;
}

/** MDN's browser compatibility data, https://github.com/mdn/browser-compat-data. */
export const compatData = createRequire(import.meta.url)('@mdn/browser-compat-data') as Readonly<
  Record<string, Feature>
>;

/** A feature by its path: `api.HTMLElement.showPopover`. */
export function featureAt(path: string): Feature | undefined {
  return path
    .split('.')
    .reduce<Feature | undefined>((at, name) => at?.[name] as Feature | undefined, compatData as Feature);
}

/** The version that a browser has a feature since; Infinity where it has none. */
export function since(feature: Feature, browser: Browser): number {
  const told = feature.__compat?.support[browser];
  const statements = told === undefined ? [] : [told].flat();
  const versions = statements.map(({ version_added, version_removed, flags, prefix }) =>
    version_removed || flags || prefix || !version_added
      ? Infinity
      : Number.parseFloat(version_added.replace('≤', '')) || Infinity,
  );
  return Math.min(...versions, Infinity);
}

/** The browsers whose oldest version within the baseline lacks a feature. */
export function lackedBy(feature: Feature): Browser[] {
  return (Object.keys(baseline) as Browser[]).filter((browser) => since(feature, browser) > baseline[browser]);
}
