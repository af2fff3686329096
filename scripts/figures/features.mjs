/**
 * @typedef {object} Feature
 * @property {RegExp} files names of its files, without `hello-again.` and the build's hash
 * @property {string} name
 * @property {boolean} [isOneOf] a visitor gets one of the files, not all
 */

/** What may be downloaded in addition, in the order of docs/sizes.md. @type {readonly Feature[]} */
export const features = [
  { files: /^strings-/, name: 'one of the other languages', isOneOf: true },
  { files: /^phone-\d+$/, name: 'phone rules of one of the other home countries', isOneOf: true },
  { files: /^phone-pack-/, name: 'phone rules of other countries, once a number may be of one', isOneOf: true },
  { files: /^email$/, name: 'help with an email, once one is typed' },
  { files: /^phone-repairs$/, name: 'mending a number that is not valid as it was typed' },
  { files: /^zones$/, name: 'the country of a time zone, where page and clock disagree' },
  { files: /^isMailReader$|-isMailReader$/, name: 'knowing readers of mail, after a link from another site' },
  { files: /newestOf$/, name: 'making one memory of several cookies' },
  { files: /^theme$/, name: 'a theme' },
  { files: /^(ui-)?edges$/, name: 'a bar or a panel' },
  { files: /^fields$/, name: 'extra fields' },
  { files: /^triggers$/, name: 'triggers beyond a delay, and waiting for another dialog' },
  { files: /^teaser$/, name: 'the teaser, which opens a closed popup again' },
  {
    files: /^someOptions$/,
    name: 'variants, own wordings, own texts by language, telling other scripts, no top layer',
  },
  { files: /^unsent$/, name: 'sending again, and what the collector answers besides a receipt' },
  { files: /^ui-CopyCode$/, name: 'copying a coupon’s code' },
  { files: /hostedLooks$/, name: 'looks that you host' },
  { files: /countPage$/, name: 'counting page views for your collector' },
  { files: /^verify$/, name: 'the code step' },
  { files: /^phone-examples$/, name: 'an example of a number, after an error' },
  { files: /^checkout$/, name: 'the line at the checkout' },
  { files: /^lookUp$/, name: 'asking your lookup' },
  { files: /^setup$/, name: 'the loader of what only some pages need: banners, named providers, adapters, the notice' },
  { files: /^watchStorageConsent$/, name: 'reading a consent platform' },
  { files: /^providers-shippedProvider$/, name: 'named providers' },
  { files: /^(adapterSettings|deliverTo)$/, name: 'sending by an adapter' },
  { files: /^adapters-\w+$/, name: 'the code of one adapter', isOneOf: true },
  { files: /^adapters-\w+-manifest$/, name: 'what one adapter can do', isOneOf: true },
  { files: /^sha2$/, name: 'hashing on a page without https' },
  { files: /^preview$/, name: 'a preview, for reviewers' },
  { files: /^explain$/, name: '`explain()`, for developers' },
  {
    files:
      /^(notice|check|themeNotice|tagNotice|noticeView|platform-isOwners|reportArguments|reportFailure|platform-warnOnce)$/,
    name: 'the notice, for the owner',
  },
];
