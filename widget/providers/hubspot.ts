import type { Provider } from './provider.ts';

/**
 * HubSpot: `_hsenc` in the links of its mails, and its script's cookie `hubspotutk`. Neither makes anybody known.
 *
 * `_hsenc` is minted for one recipient, but nothing public takes it: the forms API accepts the cookie or an email. A phone
 * posted with it would belong to nobody, so it counts as anonymous. The cookie is given to every visitor; whether HubSpot has
 * connected it with a contact cannot be seen from the page. Both show in `explain()`. An integration that posts to the forms API reads
 * the cookie itself.
 *
 * Not known: whether HubSpot's script connects the cookie with the contact when it meets `_hsenc`, and the shape of `_hsenc`.
 */
export const hubspot: Provider = {
  issuer: 'hubspot',
  parameters: [
    {
      name: '_hsenc',
      decode: (raw) =>
        /^[\w.~+/=-]{8,512}$/.test(raw) ? [{ field: 'profile', value: raw, strength: 'anonymous' }] : [],
    },
  ],
  cookies: [
    {
      name: 'hubspotutk',
      decode: (raw) => (/^[\da-f]{32}$/i.test(raw) ? [{ field: 'profile', value: raw, strength: 'anonymous' }] : []),
    },
  ],
  isStable: false,
  isTakenFromAddress: false,
  verification: 'documented',
  source:
    'https://developers.hubspot.com/docs/api-reference/legacy/marketing/forms/v3-legacy/submit-data-unauthenticated',
  lastVerified: '2026-11-24',
};
