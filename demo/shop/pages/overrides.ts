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
  /** Milliseconds until the popup opens. */
  readonly delay: number;
  /** The tag's attributes that the query decides on, as they are written there. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Whether the page has the tag. */
  readonly hasTag: boolean;
}

/** Attributes that are copied unchanged, and their permitted values. */
const permitted: Readonly<Record<string, RegExp>> = {
  storage: /^(allowed|banner|none)$/,
  region: /^(us|ca|uk|eu|au|none)$/,
  collect: /^(both|email|phone)$/,
  coupon: /^[A-Z0-9]{1,20}$/,
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

const sender = {
  'sender-name': 'Harbor Coffee Ltd',
  'sender-address': '1 Quay Street, Falmouth, TR11 3XX, United Kingdom',
  'sender-contact': 'hello@harbor-coffee.example',
};

const statuses = /^(400|404|409|410|422|429|500|503)$/;

/** Long enough to see what the popup says while it waits for a slow collector. */
const slowMilliseconds = '5000';

/**
 * Reads the overrides of a page's query.
 *
 * @param usualDelay milliseconds, where the query names none
 */
export function readOverrides(query: URLSearchParams, usualDelay = 600): Overrides {
  const found = Object.entries(permitted).flatMap(([name, form]) => {
    const text = query.get(name);
    return text !== null && form.test(text) ? [[name, text]] : [];
  });
  const given: Readonly<Record<string, string>> = Object.fromEntries(found);
  const { region = 'uk', storage = 'allowed', ...others } = given;
  const delay = wholeNumber(query.get('delay'), 60_000) ?? usualDelay;
  const isNamed = query.get('sender') === '1' || (region === 'ca' && query.get('sender') !== '0');
  const all = {
    collector: `/v1/submissions${faultQuery(query)}`,
    ...(region === 'none' ? {} : { region }),
    storage,
    // Another trigger replaces the delay.
    ...(others['trigger-scroll'] || others['trigger-exit'] ? {} : { 'trigger-delay': String(delay) }),
    ...(query.get('policy') === 'always-email' ? { ask: 'always-email' } : {}),
    ...(others.layout === 'inline' ? { into: '#newsletter' } : {}),
    ...others,
    ...(isNamed ? sender : {}),
  };
  const attributes = Object.entries(all).map(([name, text]) => [`data-${name}`, text]);
  return { delay, attributes: Object.fromEntries(attributes), hasTag: query.get('signup') !== 'none' };
}

function faultQuery(query: URLSearchParams): string {
  const fault = query.get('fault');
  if (fault === 'drop') return '?drop=1';
  if (fault === 'slow') return `?delay=${slowMilliseconds}`;
  if (fault === null || !statuses.test(fault)) return '';
  const seconds = wholeNumber(query.get('retryAfter'), 600);
  return `?status=${fault}${seconds === undefined ? '' : `&retryAfter=${seconds}`}`;
}

function wholeNumber(text: string | null, most: number): number | undefined {
  if (text === null || !/^\d{1,6}$/.test(text)) return undefined;
  const value = Number(text);
  return value <= most ? value : undefined;
}
