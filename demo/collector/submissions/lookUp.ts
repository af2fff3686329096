import type { Dependencies } from '../dependencies.ts';
import { emailConsent, textState } from '../rules/profile.ts';
import type { EmailConsent, PhoneConsent } from '../rules/types.ts';
import { loadProfiles } from '../store/loadProfiles.ts';

/** An identifier as a lookup sends it. */
export interface SentIdentifier {
  readonly field: 'profile' | 'email' | 'phone';
  readonly issuer: string;
  readonly value: string;
}

/** What a lookup may say; no other personal data. */
export interface LookupReply {
  readonly known: boolean;
  readonly email?: EmailConsent;
  readonly sms?: PhoneConsent;
  /** `p•••@example.com` */
  readonly hint?: string;
}

/**
 * Answers what is on file for the holder of a mail's link. An email or a number is answered by nobody knows: whoever types
 * one could else probe for customers. The identity of a receipt may not read either, for a typed email is enough to get one.
 */
export async function lookUp(
  deps: Dependencies,
  store: string,
  identifiers: readonly SentIdentifier[],
): Promise<LookupReply> {
  await deps.stores.touch(store);
  const { profileIds, readable } = await deps.links.verify(identifiers, store, deps.circumstances().now);
  const profiles = await deps.database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((transaction) => loadProfiles(transaction, store, { ids: profileIds }));
  const known = profileIds.filter((id) => profiles.byId(id));
  const id = known.find((candidate) => readable.has(candidate));
  const profile = id === undefined ? undefined : profiles.byId(id);
  if (!profile) return { known: known.length > 0 };
  const ledger = profiles.ledgerOf(profile);
  return {
    known: true,
    email: emailConsent(ledger, profile.email),
    sms: textState(profile, ledger),
    ...(profile.email === null ? {} : { hint: masked(profile.email) }),
  };
}

function masked(email: string): string {
  const at = email.lastIndexOf('@');
  return `${[...email][0] ?? ''}•••${email.slice(at)}`;
}
