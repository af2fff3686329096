import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Dependencies } from '../dependencies.ts';
import { invalid } from '../http/problem.ts';
import { isStoreName } from '../http/storeOf.ts';
import { emailConsent, textState } from '../rules/profile.ts';
import type { EmailConsent, PhoneConsent } from '../rules/types.ts';
import { readProfiles } from '../store/loadProfiles.ts';

interface Lookup {
  readonly version: 1;
  readonly store: string;
  readonly identifiers: readonly SentIdentifier[];
}

const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength });

const isLookup = new Ajv2020().compile<Lookup>({
  type: 'object',
  required: ['version', 'store', 'identifiers'],
  properties: {
    version: { const: 1 },
    store: text(100),
    identifiers: {
      type: 'array',
      maxItems: 20,
      items: {
        type: 'object',
        required: ['field', 'issuer', 'value'],
        properties: { field: { enum: ['profile', 'email', 'phone'] }, issuer: text(40), value: text(2000) },
      },
    },
  },
});

/** @throws {Problem} 422 where the body is no lookup */
export function checkLookup(body: unknown): Lookup {
  if (isLookup(body) && isStoreName(body.store)) return body;
  const field = isLookup.errors?.[0]?.instancePath.slice(1).replaceAll('/', '.') ?? 'store';
  throw invalid(422, [{ field: field || 'body', code: 'lookup.shape' }]);
}

/** An identifier as a lookup sends it. */
interface SentIdentifier {
  readonly field: 'profile' | 'email' | 'phone';
  readonly issuer: string;
  readonly value: string;
}

/** What a lookup may say; no other personal data. */
interface LookupReply {
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
  const links = await deps.links.verify(identifiers, store, deps.circumstances().now);
  const profiles = await readProfiles(deps.database, store, { ids: links.map(({ profileId }) => profileId) });
  const readable = links.find(({ mayRead, profileId }) => mayRead && profiles.byId(profileId));
  const profile = readable && profiles.byId(readable.profileId);
  // Of a receipt it is not told whether the person is still on file.
  if (!profile) return { known: links.some(({ isMailed, profileId }) => !isMailed || profiles.byId(profileId)) };
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
