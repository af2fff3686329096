import type { Submission } from '../../core/submission/submission.gen.ts';
import { openSubject, sealFormOf } from '../../link/sealedSubject.ts';
import type { LinkKey } from '../../link/types.ts';
import { verifyLink } from '../../link/verifyLink.ts';
import type { NamedSubject } from '../types.ts';

interface Trusted {
  readonly audience: string;
  readonly keys: readonly LinkKey[];
  readonly now: number;
}

/** Whom the store's own tokens name, as far as they are genuine, not expired, and may add a contact point. */
export async function namedSubjects(
  identifiers: Submission['identity']['identifiers'],
  { audience, keys, now }: Trusted,
): Promise<readonly NamedSubject[]> {
  const named: NamedSubject[] = [];
  for (const { field, issuer, value, source } of identifiers) {
    if (field !== 'profile' || issuer !== 'own') continue;
    const link = await verifyLink(value, { audience, keys, now: new Date(now) });
    if (!link.ok || !link.scope.split(' ').includes('contact:add')) continue;
    const form = sealFormOf(link.subject);
    if (!form) {
      named.push({ by: 'subject', id: link.subject });
      continue;
    }
    // A receipt stays in the browser that got it: in a link it is somebody else's, handed on.
    if (form === 'sealed' && source === 'link') continue;
    const key = keys.find(({ kid }) => kid === link.kid);
    const id = key && (await openSubject(link.subject, key));
    if (id !== undefined) named.push({ by: form === 'sealed' ? 'profile' : 'subject', id });
  }
  return named;
}
