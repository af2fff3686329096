/**
 * What a tester may change about a page's script tag, by the page's query. Each holds for that request only, and what is
 * not on its list is ignored, so that nothing of an address reaches the tag unchecked.
 *
 * | query | attribute |
 * | --- | --- |
 * | `storage=allowed\|banner\|none` | `data-storage`; `banner` shows the demo's cookie banner as well |
 * | `region=us\|ca\|uk\|eu\|au\|none` | `data-region`; `none` leaves it out, for the strictest consent text |
 * | `collect=both\|email\|phone` | `data-collect` |
 * | `delay=0..60000` | `data-trigger-delay`, milliseconds |
 * | `policy=always-email` | `data-ask` |
 * | `coupon=CODE` | `data-coupon`, letters A to Z and digits, 20 at most |
 * | `sender=1`, `sender=0` | `data-sender-*`; Canada's consent text needs them, so `region=ca` has them unless it is `0` |
 * | `fault=400\|404\|409\|410\|422\|429\|500\|503\|drop\|slow` | the collector's own fault query, on `data-collector` |
 * | `layout=modal\|flyout\|inline` | `data-layout`; `inline` is at the end of the shop's home page |
 * | `layer=page`, `teaser=true`, `steps=two` | `data-layer`, `data-teaser`, `data-steps` |
 * | `theme=plain\|warm\|night` | `data-theme` |
 * | `locale=TAG` | `data-locale` |
 * | `fields=NAME,NAME` | `data-fields`: `firstName`, `birthday` |
 * | `trigger-scroll=`, `trigger-exit=`, `trigger-pages=`, `trigger-click=` | `data-trigger-*`; `delay=` is left out with the first two |
 * | `frequency-quiet-days=`, `frequency-max-shows=`, `frequency-after-signup=` | `data-frequency-*` |
 * | `signup=none` | no tag, to measure the page without it |
 * | `retryAfter=0..600` | the seconds that go with a fault of 429 or 503 |
 */
export interface Overrides {
  readonly storage: 'allowed' | 'banner' | 'none';
  readonly region: string | undefined;
  readonly collect: string | undefined;
  readonly delay: number;
  readonly ask: 'always-email' | undefined;
  readonly coupon: string | undefined;
  readonly hasSender: boolean;
  /** More attributes of the tag, as they are written there. */
  readonly more: Readonly<Record<string, string>>;
  /** Whether the page has the tag. */
  readonly hasTag: boolean;
  /** The query for the collector's address, with its `?`, or empty. */
  readonly fault: string;
}

const regions = ['us', 'ca', 'uk', 'eu', 'au', 'none'] as const;
const storages = ['allowed', 'banner', 'none'] as const;
const collects = ['both', 'email', 'phone'] as const;
/** Attributes that are copied unchanged, and their permitted values. */
const taken: Readonly<Record<string, RegExp>> = {
  layout: /^(modal|flyout|inline)$/,
  layer: /^page$/,
  teaser: /^true$/,
  steps: /^two$/,
  theme: /^(plain|warm|night)$/,
  locale: /^[a-z]{2}(-[A-Z]{2})?$/,
  fields: /^(firstName|birthday)(,(firstName|birthday))?$/,
  'trigger-scroll': /^\d{1,3}$/,
  'trigger-exit': /^true$/,
  'trigger-pages': /^\d{1,2}$/,
  'trigger-click': /^[.#][\w-]{1,40}$/,
  'frequency-quiet-days': /^\d{1,3}$/,
  'frequency-max-shows': /^\d{1,3}$/,
  'frequency-after-signup': /^\d{1,3}$/,
};

const statuses = ['400', '404', '409', '410', '422', '429', '500', '503'] as const;

/** Long enough to see what the popup says while it waits for a slow collector. */
const slowMilliseconds = '5000';

/**
 * Reads the overrides of a page's query.
 *
 * @param usualDelay milliseconds, where the query names none
 */
export function readOverrides(query: URLSearchParams, usualDelay = 600): Overrides {
  const region = oneOf(regions, query.get('region')) ?? 'uk';
  const sender = query.get('sender');
  const coupon = query.get('coupon');
  return {
    storage: oneOf(storages, query.get('storage')) ?? 'allowed',
    region: region === 'none' ? undefined : region,
    collect: oneOf(collects, query.get('collect')),
    delay: wholeNumber(query.get('delay'), 60_000) ?? usualDelay,
    ask: query.get('policy') === 'always-email' ? 'always-email' : undefined,
    coupon: coupon !== null && /^[A-Z0-9]{1,20}$/.test(coupon) ? coupon : undefined,
    hasSender: sender === '1' || (region === 'ca' && sender !== '0'),
    more: Object.fromEntries(
      Object.entries(taken).flatMap(([name, form]) => {
        const text = query.get(name);
        return text !== null && form.test(text) ? [[`data-${name}`, text]] : [];
      }),
    ),
    hasTag: query.get('signup') !== 'none',
    fault: faultQuery(query),
  };
}

function faultQuery(query: URLSearchParams): string {
  const fault = query.get('fault');
  if (fault === 'drop') return '?drop=1';
  if (fault === 'slow') return `?delay=${slowMilliseconds}`;
  const status = oneOf(statuses, fault);
  if (!status) return '';
  const seconds = wholeNumber(query.get('retryAfter'), 600);
  return `?status=${status}${seconds === undefined ? '' : `&retryAfter=${seconds}`}`;
}

function oneOf<const T extends string>(allowed: readonly T[], text: string | null): T | undefined {
  return allowed.find((one) => one === text);
}

function wholeNumber(text: string | null, most: number): number | undefined {
  if (text === null || !/^\d{1,6}$/.test(text)) return undefined;
  const value = Number(text);
  return value <= most ? value : undefined;
}
