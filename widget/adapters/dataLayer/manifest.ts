import type { Manifest } from '../adapter.ts';

/**
 * What a tag manager's data layer can do: it tells the page's tags that somebody signed up. It finds and subscribes
 * nobody itself, and could not without an email or number.
 */
export const manifest: Manifest = {
  name: 'dataLayer',
  linksBy: ['email'],
  replacesPhone: false,
  confirms: false,
  keepsProof: false,
  takesTests: true,
  carriesFields: true,
};
