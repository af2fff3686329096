import type { ContactTools, Given, PopupSession, SignupContext } from './context.ts';
import { normalizeEmail } from './core/contact/email.ts';
import { readLookup } from './core/identity/lookup.ts';
import { typedEvidence } from './core/identity/typed.ts';
import type { Delivery } from './core/submission/delivery.ts';
import type { Submission } from './core/submission/submission.gen.ts';
import { uuidv7 } from './core/submission/uuid.ts';
import { createDelivery } from './delivery.ts';
import { noteLast } from './noteLast.ts';
import { onLeave } from './platform/onLeave.ts';
import { randomBytes } from './platform/randomBytes.ts';
import { post } from './platform/transport.ts';
import { press as pressButton } from './press.ts';
import { lookupKey } from './remember.ts';
import { prepareSubmission as prepare } from './submit.ts';

export { noteLast };

/** What the checkout line shares with the popup's button. */

export const contactTools: ContactTools = { normalizeEmail, typedEvidence };

export function prepareSubmission(context: SignupContext, given: Given): Promise<Submission | false> {
  return prepare(context, given, () => uuidv7(context.runtime.platform.now(), randomBytes(16)));
}

export async function press(session: PopupSession, isWithoutTexts: boolean): Promise<void> {
  await pressButton(session, isWithoutTexts, await openDelivery(session.context), prepareSubmission);
}

export async function openDelivery({ runtime, events, load }: SignupContext): Promise<Delivery> {
  const memory = await load.remember();
  runtime.delivery ??= createDelivery(
    runtime,
    memory,
    post,
    onLeave,
    () => (randomBytes(1)[0] ?? 0) / 256,
    (submission, answer) => {
      const { id } = submission;
      if (answer.kind === 'taken') events.emit('sent', { id, outcome: answer.receipt.outcome });
      else if (answer.kind === 'error') events.emit('failed', { id, status: answer.status });
      else if (answer.kind !== 'pause') events.emit('error', { code: 'refused-late', id });
    },
  );
  return runtime.delivery;
}

export async function sendKept(context: SignupContext): Promise<void> {
  (await openDelivery(context)).flush();
}

/** Milliseconds. */
const lookupTimeout = 1_500;

/** Asks the owner's lookup what is on file for the identifiers: at most once a tab session. */
export async function lookUp({ settings, runtime, decide }: SignupContext): Promise<void> {
  const { platform } = runtime;
  const { identity } = decide();
  const former = runtime.gate === 'open' ? platform.session.get(lookupKey) : undefined;
  if (former !== undefined) runtime.lookup = readLookup(former, identity);
  if (former !== undefined || !settings.lookup) return;
  // Noted before it is asked: one that fails is not asked again either.
  if (runtime.gate === 'open') platform.session.set(lookupKey, '');
  const identifiers = identity.evidence.map(({ field, issuer, value }) => ({ field, issuer, value }));
  const body = JSON.stringify({ version: 1, store: settings.store, identifiers });
  const answer = await post({ url: settings.lookup, body, timeout: lookupTimeout });
  if (answer.status !== 200) return;
  const text = JSON.stringify({
    ...(answer.body as object),
    for: identity.evidence.map((e) => e.key),
  });
  runtime.lookup = readLookup(text, identity);
  if (runtime.gate === 'open' && runtime.lookup) platform.session.set(lookupKey, text);
}
