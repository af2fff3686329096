import { defaults } from './defaults.ts';

/** Attributes whose option stands elsewhere than their name says. */
const places: Readonly<Record<string, string>> = {
  collector: 'collector.url',
  coupon: 'coupon.code',
  heading: 'texts.heading',
  body: 'texts.body',
  button: 'texts.button',
  success: 'texts.success',
};

/**
 * Turns the `data-*` attributes of the script tag into options. `data-trigger-delay="500"` is `trigger: { delay: 500 }`,
 * `data-heading` and its like are texts for every ask, `data-coupon="CODE"` is a coupon shown once submitted; lists are
 * separated by commas. What it does not know is passed on as it is.
 */
export function fromDataset(data: Readonly<Record<string, string | undefined>>): Record<string, unknown> {
  const options: Record<string, Record<string, unknown>> = {};
  for (const [name, text = ''] of Object.entries(data)) {
    const place =
      places[name] ??
      name.replace(
        /^(collector|trigger|frequency|target|sender)([A-Z])/,
        (_all, group, letter) => `${group}.${letter.toLowerCase()}`,
      );
    const [group = '', part] = place.split('.');
    const known = (defaults as Record<string, unknown>)[group];
    const fallback = part ? (known as Record<string, unknown> | undefined)?.[part] : known;
    const value = Array.isArray(fallback)
      ? text.split(',').flatMap((item) => item.trim() || [])
      : typeof fallback === 'number'
        ? Number(text)
        : typeof fallback === 'boolean'
          ? text !== 'false'
          : text;
    if (part) options[group] = { ...options[group], [part]: value };
    else if (name !== 'base') options[group] = value as never;
  }
  if (options.coupon) options.coupon.when ??= 'submitted';
  return options;
}
