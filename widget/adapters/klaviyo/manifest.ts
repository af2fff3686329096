import type { Manifest } from '../adapter.ts';

/**
 * What Klaviyo's client API can do. It adds a missing number to a profile and never changes one; its answer is an empty
 * 202 whatever the outcome; and the text of a consent is kept as an event of the profile.
 */
export const manifest: Manifest = {
  name: 'klaviyo',
  linksBy: ['email', 'phone', 'klaviyo'],
  replacesPhone: false,
  confirms: false,
  keepsProof: true,
  takesTests: false,
  carriesFields: true,
};
