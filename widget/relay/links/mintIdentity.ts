import { mintLink } from '../../link/mintLink.ts';
import { sealSubject } from '../../link/sealedSubject.ts';
import type { LinkKey } from '../../link/types.ts';

/** As long as the browser may keep it: an expired one is answered 409, and the visitor types the email again. */
const year = 365 * 24 * 60 * 60;

/** The `identity` of a receipt: it adds a contact point to this person and reads nothing. */
export async function mintIdentity(profileId: string, audience: string, key: LinkKey, now: number): Promise<string> {
  return mintLink({
    subject: await sealSubject(profileId, key),
    audience,
    key,
    expiresIn: year,
    scope: 'contact:add',
    now: new Date(now),
  });
}
