import type { ConsentGiven } from '../../demo/collector/rules/actions.ts';
import type { Identity } from '../../widget/core/identity/resolve.ts';
import { remembersAcknowledged } from '../../widget/core/memory/acknowledged.ts';
import type { Memory, RememberedIdentifier } from '../../widget/core/memory/memory.ts';
import { type Browser, keyOfIdentifier, tagOf } from './browser.ts';
import type { Receipt } from './platformRun.ts';
import type { World } from './world.ts';

interface Given {
  readonly identity: Identity;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly consents: readonly ConsentGiven[];
}

/** Posts a submission and remembers the answer, as `widget/sending/prepareSubmission.ts` and `widget/sending/acknowledge.ts` do around the same core. */
export function send(world: World, browser: Browser, given: Given): Receipt | undefined {
  const { identity, email, phone, consents } = given;
  const at = world.now;
  const sent: RememberedIdentifier[] = identity.evidence
    .filter((e) => e.field === 'profile')
    .map(({ field, issuer, value, strength }) => ({ field, issuer, value, strength, at }));
  const receipt = world.platform.submit({
    by: browser.at.person,
    tokens: sent.map((i) => i.value),
    certainty: identity.certainty,
    email,
    phone,
    consents,
    replaces: replacedConsent(browser.memory, identity, phone),
  });
  if (!receipt) {
    browser.refuse(sent, false);
    return undefined;
  }
  const fresh = { issuer: 'own', field: 'profile', value: receipt.identity, strength: 'token', at } as const;
  const others = sent.filter((i) => i.issuer !== 'own' || keyOfIdentifier(i) !== keyOfIdentifier(fresh));
  const identifiers = [...others, fresh];
  const emailTag = email === undefined ? undefined : tagOf(email);
  browser.remember((memory) =>
    remembersAcknowledged(memory, {
      isConfirmed: receipt.outcome !== 'pending',
      subscribed: receipt.subscribed,
      identifiers,
      consents: consents.map(({ id, channel, to }) => ({ id, channel, tag: tagOf(to), at })),
      isOfThisPerson: isRemembered(memory, identifiers, emailTag),
      at,
      pardoned: [tagOf(keyOfIdentifier(fresh))],
      ...(emailTag === undefined ? {} : { emailTag }),
    }),
  );
  return receipt;
}

/** The remembered consent of this person's former number, when the number given is another one. */
function replacedConsent({ acknowledged }: Memory, identity: Identity, phone: string | undefined): string | undefined {
  const former = acknowledged.consents.find((c) => c.channel === 'sms');
  if (!former || phone === undefined || !identity.isRemembered) return undefined;
  return former.tag === tagOf(phone) ? undefined : former.id;
}

function isRemembered(memory: Memory, identifiers: readonly RememberedIdentifier[], emailTag: string | undefined) {
  const key = (i: RememberedIdentifier) => `${i.field}:${i.issuer}:${keyOfIdentifier(i)}`;
  const known = new Set(memory.acknowledged.identifiers.map(key));
  const { emailTag: former } = memory.acknowledged;
  return identifiers.some((i) => known.has(key(i))) || (emailTag !== undefined && former === emailTag);
}
