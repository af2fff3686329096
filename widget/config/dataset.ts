/** What an attribute sets that is named after a group alone. */
const shortForms: Readonly<Record<string, string>> = {
  collector: 'url',
  coupon: 'code',
  trigger: 'manual',
  theme: 'preset',
};

/**
 * Turns the `data-*` attributes of the script tag into options, as texts: `normalize` reads them as what they are.
 * `data-trigger-delay="500"` is `trigger: { delay: '500' }`, `data-heading` and its like are texts for every ask,
 * `data-coupon="CODE"` is a coupon shown once submitted. What it does not know is passed on as it is.
 */
export function fromDataset(data: Readonly<Record<string, string | undefined>>): Record<string, unknown> {
  const options: Record<string, Record<string, unknown>> = {};
  for (const [name, text] of Object.entries(data)) {
    // Patterns, and no lists: this is the entry's, where bytes count.
    const place = name
      .replace(/^(heading|body|button|success)$/, 'texts.$1')
      .replace(
        /^(collector|coupon|trigger|frequency|target|sender|theme)([A-Z]|$)/,
        (_all, group, letter) => `${group}.${letter.toLowerCase() || (shortForms[group] ?? '')}`,
      );
    const [group = '', part] = place.split('.');
    if (part) options[group] = { ...options[group], [part]: text };
    else options[group] = text as never;
  }
  if (options.coupon) options.coupon.when ??= 'submitted';
  return options;
}
