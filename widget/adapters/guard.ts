import type { Consent, Submission } from '../core/submission/submission.gen.ts';
import type { Adapter, Granted } from './adapter.ts';

/** A submission as one adapter may know it, and what of it may be subscribed. */
export interface Guarded {
  readonly submission: Submission;
  readonly granted: Granted;
  /**
   * The visitor is known by a number alone, which may not be sent without consent: anything else typed would become a
   * separate person, so both must be asked for.
   */
  readonly needsBoth: boolean;
}

/**
 * Limits a submission to what an adapter may know, so that no adapter can get it wrong: a number goes nowhere without a
 * granted consent for exactly that number; identifiers are those of its `linksBy`; where identity is disputed the typed
 * email stands alone.
 */
export function guard(submission: Submission, { linksBy }: Pick<Adapter, 'linksBy'>): Guarded {
  const { identity, contact, consents } = submission;
  const isDisputed = identity.certainty === 'disputed';
  const identifiers = isDisputed
    ? []
    : identity.identifiers.filter(({ field, issuer }) => linksBy.includes(field === 'profile' ? issuer : field));
  const known = identifiers.find((i) => i.field === 'email')?.value;
  const given = (channel: Consent['channel'], to: string | undefined) =>
    consents.find((c) => c.channel === channel && c.granted && to !== undefined && c.to === to);
  const sms = given('sms', contact.phone);
  const email = given('email', contact.email ?? known);
  const { phone, ...withoutPhone } = contact;
  const others = identifiers.filter((i) => i.field !== 'phone' || i.value === sms?.to);
  return {
    submission: {
      ...submission,
      identity: { ...identity, identifiers: others },
      contact: sms && phone ? contact : withoutPhone,
      // A refused consent is passed on without the number, as everywhere.
      consents: consents.filter((c) => c === sms || (c.channel === 'email' && c.to === (contact.email ?? known))),
    },
    granted: { ...(email ? { email } : {}), ...(sms ? { sms } : {}) },
    needsBoth: submission.ask.kind === 'email' && !sms && identifiers.length > 0 && others.length === 0,
  };
}
