import type { Submission } from '../../core/submission/submission.gen.ts';

/** A submission with every field that the schema describes; a test fails when one is missing here. */
export const wholeSubmission = {
  version: 1,
  id: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071',
  createdAt: '2026-01-31T12:00:00.000Z',
  follows: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6070',
  store: 'harbor-coffee',
  test: false,
  ask: { kind: 'email+phone', reason: 'unknown' },
  identity: {
    certainty: 'claimed',
    identifiers: [
      {
        field: 'profile',
        issuer: 'own',
        value: 'an-opaque-token',
        source: 'link',
        strength: 'token',
        observedAt: '2026-01-31T11:58:00.000Z',
      },
    ],
    setAside: [{ field: 'email', issuer: 'own', source: 'cookie', why: 'outranked' }],
  },
  contact: {
    email: 'penny@example.com',
    phone: '+447700900982',
    typedPhone: '07700 900982',
    fields: { firstName: 'Penny' },
  },
  consents: [
    {
      id: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6072',
      channel: 'sms',
      to: '+447700900982',
      granted: true,
      text: 'Text me Harbor Coffee’s news and offers.',
      textHash: 'sha256-e63e768ebc233f4ed968555ef46d5e00afab6d87cc043dd4cf3e9a1019ab5c53',
      textVersion: 'uk-1',
      links: ['https://harbor.example/terms', 'https://harbor.example/privacy'],
      locale: 'en',
      region: 'uk',
      method: 'checkbox',
      checkedAt: '2026-01-31T11:59:30.000Z',
      page: 'https://shop.example/p/1',
    },
  ],
  replaces: { consentId: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6073' },
  page: {
    url: 'https://shop.example/p/1',
    referrerOrigin: 'https://mail.example',
    utm: { source: 'newsletter' },
    timeZone: 'Europe/London',
    utcOffset: 60,
    storage: 'open',
  },
  widget: {
    version: '0.1.0',
    signup: 'default',
    variant: 'a',
    gpc: false,
    config: '5d41402abc4b',
    filledIn: 4200,
    trap: '',
    unattended: false,
  },
  context: { anything: ['of', 'the', 'host', 1] },
} satisfies Submission;
