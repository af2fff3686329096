import type { Manifest } from '../adapter.ts';

/**
 * What a tag manager's data layer can do: it tells the page's tags that somebody signed up. Nobody is found or subscribed by
 * that itself, and without their email or number nobody could be.
 */
export const manifest: Manifest = {
  name: 'dataLayer',
  linksBy: ['email'],
  replacesPhone: false,
  confirms: false,
  keepsProof: false,
  takesTests: true,
};
