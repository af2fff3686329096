import type { Manifest } from '../adapter.ts';

/** What any address can do that takes a submission: what stands behind it decides, so it is taken for a collector. */
export const manifest: Manifest = {
  name: 'webhook',
  linksBy: ['own', 'email', 'phone'],
  replacesPhone: true,
  confirms: true,
  keepsProof: true,
  takesTests: true,
};
