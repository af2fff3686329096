import { normalize } from '../config/normalize.ts';
import type { Settings } from '../config/settings.ts';
import type { Evidence } from '../core/identity/evidence.ts';
import type { Identity } from '../core/identity/resolve.ts';
import type { Consent, Submission } from '../core/submission/submission.gen.ts';
import { signedLink } from '../providers/signedLink.ts';
import { createRuntime, type Runtime, type StorageConsent } from '../signup/page.ts';
import type { SignupContext } from '../signup/session.ts';
import type { MemoryPlatform } from './memoryPlatform.ts';

export const email = 'penny@example.com';
export const phone = '+447700900982';
export const otherPhone = '+447700900983';

/** Options that nothing is missing from. */
export const complete = {
  collector: 'https://collect.example.com/v1/submissions',
  brand: 'Harbor Coffee',
  terms: 'https://shop.example.com/terms',
  privacy: 'https://shop.example.com/privacy',
};

export function settingsOf(options: object = {}): Settings {
  return normalize({ ...complete, ...options }, 'shop.example.com');
}

/** The shared state of a page, with the store's own links among its issuers. */
export function runtimeOf(platform: MemoryPlatform, permission: StorageConsent = 'open'): Runtime {
  const runtime = createRuntime(platform);
  runtime.issuers.push(signedLink);
  runtime.setStorageConsent(permission);
  return runtime;
}

/** A signup's session, of which a test makes as much as it needs. */
export function sessionOf(parts: object): SignupContext {
  const session = {
    missing: new Set(),
    undos: [],
    ...parts,
    amend: (change: object) => void Object.assign(session, change),
  } as unknown as SignupContext;
  return session;
}

/** A token of the store's own link, signed in shape alone: `serial` makes two of one person differ. */
export function tokenOf(subject: string, serial = 1): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'ES256' })}.${part({ sub: subject, jti: serial })}.c2lnbmF0dXJl`;
}

/** A piece of evidence of the store's own link, unless a test says otherwise. */
export function evidenceOf(about: Partial<Evidence> = {}): Evidence {
  const value = about.value ?? 'penny-1';
  return {
    field: 'profile',
    issuer: 'own',
    value,
    key: value,
    source: 'link',
    strength: 'token',
    isStable: true,
    observedAt: '2026-01-31T12:00:00.000Z',
    claim: 'link',
    ...about,
  };
}

export function identityOf(...evidence: Evidence[]): Identity {
  return { certainty: evidence.length > 0 ? 'claimed' : 'none', evidence, setAside: [], isRemembered: false };
}

/** An id in the format of a UUIDv7, made of a number. */
export function idOf(serial: number): string {
  return `019c0000-0000-7000-8000-${String(serial).padStart(12, '0')}`;
}

export function consentOf(about: Partial<Consent> = {}): Consent {
  return {
    id: idOf(901),
    channel: 'sms',
    to: phone,
    granted: true,
    text: 'Text me offers.',
    textHash: `sha256-${'0'.repeat(64)}`,
    textVersion: 'uk-1',
    links: ['https://shop.example.com/terms', 'https://shop.example.com/privacy'],
    locale: 'en',
    region: 'uk',
    method: 'checkbox',
    checkedAt: '2026-01-31T12:00:00.000Z',
    page: 'https://shop.example.com/',
    ...about,
  };
}

export function submissionOf(about: Partial<Submission> = {}): Submission {
  return {
    version: 1,
    id: idOf(1),
    createdAt: '2026-01-31T12:00:00.000Z',
    store: 'harbor-coffee',
    test: false,
    ask: { kind: 'email+phone', reason: 'unknown' },
    identity: { certainty: 'none', identifiers: [], setAside: [] },
    contact: {},
    consents: [],
    page: { url: 'https://shop.example.com/' },
    widget: { version: '0.0.0-test', signup: 'default' },
    ...about,
  };
}
