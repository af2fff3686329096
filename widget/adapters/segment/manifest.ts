import type { Manifest } from '../adapter.ts';

/**
 * What Segment's page script can do. It finds a person by the user id that the merchant gives and by the email among
 * the traits; it accepts everything and reports nothing.
 */
export const manifest: Manifest = {
  name: 'segment',
  linksBy: ['email', 'segment'],
  replacesPhone: true,
  confirms: false,
  keepsProof: true,
  takesTests: false,
  carriesFields: true,
};
