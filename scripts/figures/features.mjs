/**
 * @typedef {object} Feature
 * @property {RegExp} files names of its files, without `hello-again.` and the build's hash
 * @property {string} name
 * @property {boolean} [isOneOf] a visitor gets one of the files, not all
 */

/** What may come on top of a moment, in the order of docs/sizes.md. @type {readonly Feature[]} */
export const features = [
  { files: /^words-/, name: 'one of the other languages', isOneOf: true },
  { files: /^theme$/, name: 'a theme' },
  { files: /^furtherFields$/, name: 'further fields' },
  { files: /^ownWording$/, name: 'consent wording of your own' },
  { files: /^ui-ownTexts$/, name: 'words of your own by language' },
  { files: /^ui-onPage$/, name: 'a popup without the top layer' },
  { files: /^teaser$/, name: 'the tab that brings a closed popup back' },
  { files: /^ui-CopyCode$/, name: 'copying a coupon’s code' },
  { files: /^chooseVariant$/, name: 'variants' },
  { files: /^verify$/, name: 'the code step' },
  { files: /^phone-examples$/, name: 'an example of a number, after an error' },
  { files: /^checkout$/, name: 'the line at the checkout' },
  { files: /^extras$/, name: 'the door to what only some pages need: banners, named providers, adapters, the notice' },
  { files: /^watchGate$/, name: 'reading a consent platform' },
  { files: /^providers-shippedProvider$/, name: 'named providers' },
  { files: /^alsoIdentify$/, name: 'telling other scripts' },
  { files: /^(useAdapter|deliverTo)$/, name: 'sending by an adapter' },
  { files: /^adapters-klaviyo/, name: 'the adapter for Klaviyo' },
  { files: /^adapters-hubspot/, name: 'the adapter for HubSpot' },
  { files: /^adapters-segment/, name: 'the adapter for Segment' },
  { files: /^adapters-webhook/, name: 'the adapter for a webhook' },
  { files: /^adapters-dataLayer/, name: 'the adapter for a tag manager’s data layer' },
  { files: /^sha2$/, name: 'hashing on a page without https' },
  { files: /^preview$/, name: 'a preview, for reviewers' },
  { files: /^explain$/, name: '`explain()`, for developers' },
  { files: /^(notice|check|themeNotice)$/, name: 'the notice, for the owner' },
];
