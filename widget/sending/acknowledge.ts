import { remembersAcknowledged } from '../core/memory/acknowledged.ts';
import type { Memory, RememberedIdentifier } from '../core/memory/memory.ts';
import type { Answer, Receipt } from '../core/submission/answer.ts';
import type { Submission } from '../core/submission/submission.gen.ts';
import { fingerprintOf, isTagOf, keyOf, personTag, remember } from '../memory/remember.ts';
import type { Runtime } from '../signup/page.ts';
import { identifiersOf } from './identifiersOf.ts';
import { loadUnsent } from './loadUnsent.ts';

/** Turns a collector's answer into what this browser remembers. */
export async function acknowledge(runtime: Runtime, submission: Submission, answer: Answer): Promise<void> {
  if (answer.kind === 'taken') return keep(runtime, submission, answer.receipt);
  if (answer.kind === 'pause' || answer.kind === 'ask-again') {
    await (await loadUnsent()).acknowledgeRefusal(runtime, submission, answer);
  }
}

async function keep(runtime: Runtime, submission: Submission, receipt: Receipt): Promise<void> {
  const at = Math.floor(runtime.platform.now() / 1000);
  let identifiers = identifiersOf(submission, at);
  const sent = identifiers;
  const pardoned: string[] = [];
  if (receipt.identity) {
    const fresh = { issuer: 'own', field: 'profile', value: receipt.identity, strength: 'token', at } as const;
    const key = keyOf(runtime, fresh);
    // An older receipt, or the link's own token where it names the same person: one of the two is enough to keep.
    const isOlder = (i: RememberedIdentifier) =>
      isReceipt(runtime, i) || (i.issuer === 'own' && keyOf(runtime, i) === key);
    identifiers = [...identifiers.filter((i) => !isOlder(i)), fresh];
    // An expired link's person was refused, and has just been confirmed: by the same name, or by the email that was asked for.
    const { askedAgain } = runtime;
    const confirmed = askedAgain && askedAgain.id === submission.follows ? askedAgain.keys : [];
    for (const one of [key, ...confirmed]) {
      runtime.refusedKeys.delete(one);
      pardoned.push(await fingerprintOf(runtime, one));
    }
  }
  const granted = submission.consents.filter((c) => c.granted);
  const consents = await Promise.all(
    granted.map(async ({ id, channel, to }) => ({ id, channel, tag: await fingerprintOf(runtime, to), at })),
  );
  const { email } = submission.contact;
  const emailTag = email ? await personTag(runtime, email) : undefined;
  const { emailTag: former } = runtime.memory().acknowledged;
  const isSameEmail = !!email && !!former && (await isTagOf(runtime, former, email));
  const isConfirmed = receipt.outcome === 'linked' || receipt.outcome === 'accepted';
  remember(runtime, (memory) =>
    remembersAcknowledged(memory, {
      isReplaced: (i) => !!receipt.identity && isReceipt(runtime, i),
      isConfirmed,
      subscribed: receipt.subscribed ?? {},
      identifiers,
      consents,
      isOfThisPerson: isSameEmail || isRemembered((i) => keyOf(runtime, i), memory, [...sent, ...identifiers]),
      at,
      pardoned,
      ...(emailTag ? { emailTag } : {}),
    }),
  );
  if (email) {
    // A typed email settles who it is: the link of this page view has nothing more to say.
    runtime.dropLink();
    runtime.amend({ isRefusedHere: false });
  }
}

/** A receipt's token, sealed anew each time: the newest is enough to keep. */
function isReceipt(runtime: Runtime, i: RememberedIdentifier): boolean {
  return i.issuer === 'own' && keyOf(runtime, i).startsWith('sealed.');
}

/** Whether the submission was for the person whom memory already holds, by an identifier. */
function isRemembered(
  keyOf: (i: RememberedIdentifier) => string,
  memory: Memory,
  identifiers: readonly RememberedIdentifier[],
): boolean {
  const key = (i: RememberedIdentifier) => `${i.field}:${i.issuer}:${keyOf(i)}`;
  const known = new Set(memory.acknowledged.identifiers.map(key));
  return identifiers.some((i) => known.has(key(i)));
}
