/** Attributes whose option stands elsewhere than their name says. */
const places: Readonly<Record<string, string>> = {
  collector: 'collector.url',
  coupon: 'coupon.code',
  trigger: 'trigger.manual',
  theme: 'theme.preset',
};

/**
 * Turns the `data-*` attributes of the script tag into options, as texts: `normalize` reads them as what they are.
 * `data-trigger-delay="500"` is `trigger: { delay: '500' }`, `data-heading` and its like are texts for every ask,
 * `data-coupon="CODE"` is a coupon shown once submitted. What it does not know is passed on as it is.
 */
export function fromDataset(data: Readonly<Record<string, string | undefined>>): Record<string, unknown> {
  const options: Record<string, Record<string, unknown>> = {};
  for (const [name, text] of Object.entries(data)) {
    const place =
      places[name] ??
      name
        .replace(/^(heading|body|button|success)$/, 'texts.$1')
        .replace(
          /^(collector|trigger|frequency|target|sender|theme)([A-Z])/,
          (_all, group, letter) => `${group}.${letter.toLowerCase()}`,
        );
    const [group = '', part] = place.split('.');
    if (part) options[group] = { ...options[group], [part]: text };
    else if (name !== 'base') options[group] = text as never;
  }
  if (options.coupon) options.coupon.when ??= 'submitted';
  return options;
}
