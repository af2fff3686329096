import type { Manifest } from '../adapter.ts';

/**
 * What HubSpot's forms API can do. It finds a contact by email alone: its cookie may belong to one, but a page cannot
 * see whether it does. An answer says that the form was accepted, never what happened to the contact.
 */
export const manifest: Manifest = {
  name: 'hubspot',
  linksBy: ['email'],
  replacesPhone: true,
  confirms: false,
  keepsProof: true,
  takesTests: false,
  carriesFields: true,
};
