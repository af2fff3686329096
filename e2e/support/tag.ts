/** What a store owner pastes, the page around it, and the site with the built script. */

import { builtFiles, type Handler, html, routes } from './sites.ts';

export interface TagOptions {
  /** Address of the script; left out for one that is inlined. */
  readonly src?: string;
  /** None where an attribute names an adapter. */
  readonly collector?: string;
  readonly store?: string;
  /** Further `data-*` attributes, by their names in kebab case, and plain attributes such as `async`. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** The script itself, where it is inlined. */
  readonly code?: string;
}

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The script tag, as an owner would write it. */
export function scriptTag({ src, collector, store, attributes = {}, code = '' }: TagOptions): string {
  const all: Record<string, string> = {
    ...(src ? { src } : {}),
    ...(collector === undefined ? {} : { 'data-collector': collector }),
    ...(store === undefined ? {} : { 'data-store': store }),
    'data-brand': 'Harbor Coffee',
    'data-terms': 'https://harbor.example/terms',
    'data-privacy': 'https://harbor.example/privacy',
    'data-storage': 'allowed',
    'data-region': 'uk',
    'data-trigger-delay': '100',
    ...attributes,
  };
  const text = Object.entries(all).map(([name, value]) => ` ${name}="${attribute(value)}"`);
  return `<script${text.join('')}>${code}</script>`;
}

/** The same as options: for a JSON block, or a page's queue. */
export const jsonOptions = (collector: string, store: string, more: object = {}): Record<string, unknown> => ({
  collector,
  store,
  brand: 'Harbor Coffee',
  terms: 'https://harbor.example/terms',
  privacy: 'https://harbor.example/privacy',
  storage: 'allowed',
  region: 'uk',
  trigger: { delay: 100 },
  ...more,
});

interface PageParts {
  readonly head?: string;
  readonly body?: string;
}

/** The site of a shop: the built script, beside it the page, and whatever else it has. */
export function shopSite(page: PageParts | Handler, more: Readonly<Record<string, Handler>> = {}): Handler {
  const answer = typeof page === 'function' ? page : html(shopPage(page));
  return routes({ '/hello-again': builtFiles('dist/embed'), '/': answer, ...more });
}

/** A page of a shop. */
export function shopPage(parts: PageParts): string {
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>A shop</title><meta name="viewport" content="width=device-width">${parts.head ?? ''}</head>
<body><main><h1>Beans</h1><a href="#more">More</a></main>${parts.body ?? ''}</body>
</html>`;
}
