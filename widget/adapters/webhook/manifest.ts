import type { Manifest } from '../adapter.ts';

/** What any address that accepts a submission can do. The server behind it decides, so it is treated as a collector. */
export const manifest: Manifest = {
  name: 'webhook',
  linksBy: ['own', 'email', 'phone'],
  replacesPhone: true,
  confirms: true,
  keepsProof: true,
  takesTests: true,
  carriesFields: true,
};
