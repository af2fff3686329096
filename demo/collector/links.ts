import { hash, randomUUID } from 'node:crypto';
import type { Submission } from '../../widget/index.ts';
import { type LinkKey, mintLink, openSubject, sealFormOf, sealSubject, verifyLink } from '../../widget/link/index.ts';
import { receiptMinter } from './mintReceipt.ts';

/** Adds a contact point, and reads nothing: what a receipt's identity may do. */
const addScope = 'contact:add';
/** Whether somebody is subscribed may be told to the holder: what the link of a mail may do as well. */
const stateScope = 'contact:state';

/** What a genuine identifier of the store's own says. */
export interface VerifiedLink {
  readonly profileId: string;
  /**
   * The link of a mail or a text: it has reached that person. A receipt's identity was got by typing, and so says no more than
   * what was typed.
   */
  readonly isMailed: boolean;
  /** The holder may be told whether that person is subscribed. */
  readonly mayRead: boolean;
  /** A fingerprint of the link; a receipt's is the one of the link, or of the typing, that it goes back to. */
  readonly origin: string;
}

type Sent = Pick<Submission['identity']['identifiers'][number], 'field' | 'issuer' | 'value'> & {
  /** A lookup does not say. */
  readonly source?: string;
};

/** The keys of links, the newest first. */
export type LinkKeys = readonly [LinkKey, ...LinkKey[]];

/** Mints and checks the store's own identifiers. */
export interface Links {
  /**
   * The identity of a receipt. A typed email gets one too, so it must not let its holder read, and nothing in it may tell anything:
   * neither when the profile was made nor that two receipts are of one.
   *
   * @param origin what the sign-up was named by; without it, of nothing but what was typed
   */
  mintIdentity(profileId: string, store: string, now: number, origin?: string): string;
  mintMailLink(profileId: string, store: string, now: number): Promise<string>;
  /** In the order they were sent. */
  verify(sent: readonly Sent[], store: string, now: number): Promise<readonly VerifiedLink[]>;
}

/** A receipt's identity lives as long as the cookie that keeps it, in seconds; a mail's link keeps the usual month. */
const identityLife = 365 * 24 * 60 * 60;
/** Characters of an origin: enough that no two are the same. */
const originLength = 22;

/** @param keys the newest one signs; links of all of them are accepted, and of no others */
export function openLinks(keys: LinkKeys): Links {
  const [key] = keys;
  const mintReceipt = receiptMinter(key);
  return {
    mintIdentity(profileId, audience, now, origin = packed(randomUUID())) {
      const subject = packed(profileId) + origin.slice(0, originLength);
      return mintReceipt({ subject, audience, scope: addScope, now: new Date(now), expiresIn: identityLife });
    },
    async mintMailLink(profileId, audience, now) {
      const subject = await sealSubject(packed(profileId), key, 'mailed');
      return mintLink({ subject, audience, key, scope: `${addScope} ${stateScope}`, now: new Date(now) });
    },

    async verify(sent, store, now) {
      const verified: VerifiedLink[] = [];
      for (const { field, issuer, value, source } of sent) {
        if (field !== 'profile' || issuer !== 'own') continue;
        const link = await verifyLink(value, { audience: store, keys, now: new Date(now) });
        const scopes = link.ok ? link.scope.split(' ') : [];
        if (!link.ok || !scopes.includes(addScope)) continue;
        const mayRead = scopes.includes(stateScope);
        const form = sealFormOf(link.subject);
        // Receipts of an earlier version were not sealed; nobody mints the link of a mail for a year.
        const life = (link.expiresAt.getTime() - link.issuedAt.getTime()) / 1000;
        const isMailed = form ? form === 'mailed' : mayRead || life !== identityLife;
        // A receipt stays in the browser that got it: in a link it is somebody else's, handed on.
        if (!isMailed && source === 'link') continue;
        const signing = keys.find(({ kid }) => kid === link.kid);
        const opened = form ? signing && (await openSubject(link.subject, signing)) : packed(link.subject);
        const profileId = opened && unpacked(opened);
        // A subject of the owner's own that is no id of a profile names nobody here.
        if (!profileId) continue;
        const ownOrigin = hash('sha256', value, 'base64url').slice(0, originLength);
        verified.push({ profileId, isMailed, mayRead, origin: opened.slice(packedLength) || ownOrigin });
      }
      return verified;
    },
  };
}

/** Characters of a packed id. */
const packedLength = 22;

/** A UUID in the fewest characters, for tokens go into addresses. What is none is packed as nothing. */
function packed(uuid: string): string {
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(uuid);
  return isUuid ? Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url') : '';
}

function unpacked(text: string): string | undefined {
  const hex = Buffer.from(text.slice(0, packedLength), 'base64url').toString('hex');
  return hex.length === 32 ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : undefined;
}
