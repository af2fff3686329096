/** What an option must be. A text with `|` is a choice of values. */
export type Kind =
  | 'text'
  | 'texts'
  | 'url'
  | 'number'
  | 'flag'
  | 'country'
  | 'object'
  | 'percent'
  | 'selector'
  | 'slot'
  | 'locale'
  | 'color'
  | 'conditions'
  | 'fields'
  | 'wording'
  | 'variants'
  | 'providers'
  | 'told'
  | 'countries'
  | 'function'
  | (string & {});

/**
 * One option: its path and what it must be. `!` behind the kind: nothing can be shown without it; `*`: needed wherever its
 * group is given.
 */
export type OptionRow = readonly [path: string, kind: Kind];

/** Every option and what it must be. `options.ts` says where its default is. */
export const optionTable: readonly OptionRow[] = [
  ['collector.url', 'url!'],
  ['collector.linksBy', 'texts'],
  ['brand', 'text!'],
  ['terms', 'url!'],
  ['privacy', 'url!'],
  ['storage', 'allowed|banner|none'],
  ['region', 'us|ca|uk|eu|au'],
  ['sender.name', 'text*'],
  ['sender.address', 'text*'],
  ['sender.contact', 'text*'],
  ['textsPerMonth', 'number'],
  ['store', 'text'],
  ['id', 'text'],
  ['collect', 'both|email|phone'],
  ['ask', 'when-needed|always-email'],
  ['allowPhoneOnly', 'flag'],
  ['trust', 'texts'],
  ['identify', 'providers'],
  ['alsoIdentify', 'told'],
  ['keepUnsent', 'number'],
  ['clickDomains', 'texts'],
  ['lookup', 'url'],
  ['texts', 'object'],
  ['coupon.code', 'text'],
  ['coupon.when', 'submitted|receipt*'],
  ['layout', 'auto|modal|flyout|inline'],
  ['into', 'slot'],
  ['layer', 'top|page'],
  ['teaser', 'flag'],
  ['theme.preset', 'plain|warm|night'],
  ['theme.accent', 'color'],
  ['theme.surface', 'color'],
  ['theme.text', 'color'],
  ['theme.radius', 'number'],
  ['theme.font', 'text'],
  ['theme.picture', 'url'],
  ['theme.pictureText', 'text'],
  ['theme.position', 'start|end|bar|panel'],
  ['theme.scheme', 'light|dark|auto'],
  ['steps', 'one|two'],
  ['fields', 'fields'],
  ['wording', 'wording'],
  ['variants', 'variants'],
  ['measure', 'dataLayer|collector'],
  ['trigger.delay', 'number'],
  ['trigger.scroll', 'percent'],
  ['trigger.exit', 'flag'],
  ['trigger.click', 'selector'],
  ['trigger.pages', 'number'],
  ['trigger.when', 'conditions'],
  ['trigger.manual', 'flag'],
  ['trigger.once', 'page|visit'],
  ['frequency.quietDays', 'number'],
  ['frequency.maxShows', 'number'],
  ['frequency.afterSignup', 'number'],
  ['target.include', 'texts'],
  ['target.exclude', 'texts'],
  ['locale', 'locale'],
  ['country', 'country'],
  ['smsCountries', 'countries'],
  ['keepParameters', 'texts'],
  ['emailParameters', 'texts'],
  ['test', 'flag'],
  ['config', 'url'],
  ['nonce', 'text'],
  ['beforeSubmit', 'function'],
];
