import { createHash } from 'node:crypto';
import type { Submission } from '../../core/submission/submission.gen.ts';

export const penny = 'penny@example.com';
export const number = '+447700900982';

interface About {
  readonly email?: string;
  readonly phone?: string;
  /** Channels whose box was ticked; by default those of the typed contact data. */
  readonly granted?: readonly ('email' | 'sms')[];
  readonly identifiers?: readonly { readonly issuer: string; readonly value: string; readonly source?: 'cookie' }[];
  readonly certainty?: Submission['identity']['certainty'];
  readonly more?: Partial<Submission>;
}

let made = 0;

/** An id of its own for every submission and consent. */
export function nextId(): string {
  made += 1;
  return `019ab3c4-5d6e-7f80-9a1b-${made.toString(16).padStart(12, '0')}`;
}

/** A submission as the widget posts it. */
export function submissionOf(about: About): Submission {
  const { email, phone, identifiers = [], certainty = 'declared', more = {} } = about;
  const typed = { ...(email === undefined ? {} : { email }), ...(phone === undefined ? {} : { phone }) };
  const granted = about.granted ?? [...(email ? (['email'] as const) : []), ...(phone ? (['sms'] as const) : [])];
  const consentOf = (channel: 'email' | 'sms', to: string): Submission['consents'][number] => {
    const text = channel === 'sms' ? 'Text me Harbor Coffee’s news.' : 'Mail me Harbor Coffee’s news.';
    return {
      ...{ id: nextId(), channel, to, granted: granted.includes(channel), text, textVersion: 'uk-1' },
      textHash: `sha256-${createHash('sha256').update(text).digest('hex')}`,
      links: ['https://harbor.example/terms'],
      ...{ locale: 'en', region: 'uk', method: 'checkbox', checkedAt: '2026-01-31T11:59:30.000Z' },
      page: 'https://shop.example/p/1',
    };
  };
  return {
    version: 1,
    id: nextId(),
    createdAt: '2026-01-31T12:00:00.000Z',
    store: 'harbor-coffee',
    test: false,
    ask: { kind: 'email+phone', reason: 'unknown' },
    identity: {
      certainty,
      identifiers: identifiers.map(({ issuer, value, source = 'link' }) => ({
        ...{ field: 'profile', issuer, value, source, strength: 'token' },
        observedAt: '2026-01-31T11:58:00.000Z',
      })),
      setAside: [],
    },
    contact: typed,
    consents: [...(email ? [consentOf('email', email)] : []), ...(phone ? [consentOf('sms', phone)] : [])],
    page: { url: 'https://shop.example/p/1' },
    widget: { version: '0.1.0', signup: 'default' },
    ...more,
  } as Submission;
}
