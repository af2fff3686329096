import { createHash } from 'node:crypto';
import type { Submission } from '../../widget/index.ts';
import { type LinkKey, mintLink, verifyLink } from '../../widget/link/index.ts';

/** Adds a contact point, and reads nothing: what a receipt's identity may do. */
const addScope = 'contact:add';
/** Whether somebody is subscribed may be told to the holder: what the link of a mail may do as well. */
const stateScope = 'contact:state';

/** What the verified identifiers of a visitor say. */
export interface VerifiedLinks {
  /** The profiles they name, in the order they were sent. */
  readonly profileIds: readonly string[];
  readonly fingerprints: readonly string[];
  /** A profile of these may be told whether it is subscribed. */
  readonly readable: ReadonlySet<string>;
}

type Sent = Pick<Submission['identity']['identifiers'][number], 'field' | 'issuer' | 'value'>;

/** The keys of links, the newest first. */
export type LinkKeys = readonly [LinkKey, ...LinkKey[]];

/** Mints and checks the store's own identifiers. */
export interface Links {
  /** The identity of a receipt. A typed email gets one too, so it must not let its holder read. */
  mintIdentity(profileId: string, store: string, now: number): Promise<string>;
  mintMailLink(profileId: string, store: string, now: number): Promise<string>;
  verify(sent: readonly Sent[], store: string, now: number): Promise<VerifiedLinks>;
}

/** A receipt's identity lives as long as the cookie that keeps it, in seconds; a mail's link keeps the usual month. */
const identityLife = 365 * 24 * 60 * 60;

/** @param keys the newest one signs; links of all of them are accepted, and of no others */
export function openLinks(keys: LinkKeys): Links {
  const [key] = keys;
  return {
    mintIdentity: (subject, audience, now) =>
      mintLink({ subject, audience, key, scope: addScope, now: new Date(now), expiresIn: identityLife }),
    mintMailLink: (subject, audience, now) =>
      mintLink({ subject, audience, key, scope: `${addScope} ${stateScope}`, now: new Date(now) }),

    async verify(sent, store, now) {
      const profileIds: string[] = [];
      const fingerprints: string[] = [];
      const readable = new Set<string>();
      for (const { field, issuer, value } of sent) {
        if (field !== 'profile' || issuer !== 'own') continue;
        const link = await verifyLink(value, { audience: store, keys, now: new Date(now) });
        const scopes = link.ok ? link.scope.split(' ') : [];
        if (!link.ok || !scopes.includes(addScope)) continue;
        profileIds.push(link.subject);
        fingerprints.push(createHash('sha256').update(value).digest('base64url'));
        if (scopes.includes(stateScope)) readable.add(link.subject);
      }
      return { profileIds, fingerprints, readable };
    },
  };
}
