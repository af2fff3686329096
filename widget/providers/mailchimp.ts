import type { Provider } from './provider.ts';

/**
 * Mailchimp: `mc_eid` in the links of its campaigns, an opaque id of one subscriber of one list; the same person has
 * another on another list, so two that differ are no dispute.
 *
 * Not known: its alphabet and length (ten hexadecimal digits are usual). Test mails and the archive carry the merge tag unfilled, which
 * names nobody. No public call finds a subscriber by it: a collector that links by `mailchimp` needs its own server to look it
 * up. The cookies of Mailchimp's forms are not read: what they hold is not documented.
 */
export const mailchimp: Provider = {
  issuer: 'mailchimp',
  parameters: [
    {
      name: 'mc_eid',
      decode: (raw) =>
        /^[\da-z]{6,64}$/i.test(raw) && !/^uniqid$/i.test(raw)
          ? [{ field: 'profile', value: raw, strength: 'token' }]
          : [],
    },
  ],
  isStable: false,
  // No cookie says whether anything has stored it.
  isTakenFromAddress: false,
  verification: 'unverified',
  source: 'https://linkclean.app/trackers/mc-eid/',
  lastVerified: '2026-11-24',
};
