import type { Consent, Identifier, Submission } from '../core/submission/submission.gen.ts';

/** The people of the contract's submissions, with addresses and numbers that nobody has. */
export const email = 'penny@example.com';
export const phone = '+447700900982';
export const otherPhone = '+447700900461';

const at = '2026-01-31T12:00:00.000Z';

/** A granted consent, unless a test says otherwise. */
export function consentFor(channel: Consent['channel'], to: string, about: Partial<Consent> = {}): Consent {
  return {
    id: channel === 'sms' ? '019c0000-0000-7000-8000-000000000901' : '019c0000-0000-7000-8000-000000000902',
    channel,
    to,
    granted: true,
    text: channel === 'sms' ? 'Text me Harbor Coffee’s news.' : 'Email me Harbor Coffee’s news.',
    textHash: `sha256-${'0'.repeat(64)}`,
    textVersion: 'uk-1',
    links: ['https://shop.example.com/terms', 'https://shop.example.com/privacy'],
    locale: 'en',
    region: 'uk',
    method: 'checkbox',
    checkedAt: at,
    page: 'https://shop.example.com/',
    ...about,
  };
}

/** An opaque identifier of a link. */
export function identifierOf(issuer: string, about: Partial<Identifier> = {}): Identifier {
  const value = `opaque-of-${issuer}`;
  return { field: 'profile', issuer, value, source: 'link', strength: 'token', observedAt: at, ...about };
}

/** A submission of a stranger who typed both and ticked both boxes, unless a test says otherwise. */
export function sampleSubmission(about: Partial<Submission> = {}): Submission {
  return {
    version: 1,
    id: '019c0000-0000-7000-8000-000000000001',
    createdAt: at,
    store: 'harbor-coffee',
    test: false,
    ask: { kind: 'email+phone', reason: 'unknown' },
    identity: { certainty: 'declared', identifiers: [], setAside: [] },
    contact: { email, phone },
    consents: [consentFor('sms', phone), consentFor('email', email)],
    page: { url: 'https://shop.example.com/' },
    widget: { version: '0.0.0-test', signup: 'default' },
    ...about,
  };
}
