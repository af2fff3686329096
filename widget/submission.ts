import type { CodeTools } from './codeTools.ts';
import type { ContactTools, Given, PopupSession, SignupContext } from './context.ts';
import type { Reason } from './core/ask/reasons.ts';
import { normalizeEmail } from './core/contact/email.ts';
import { readLookup } from './core/identity/lookup.ts';
import { typedEvidence } from './core/identity/typed.ts';
import { readAnswer } from './core/submission/answer.ts';
import type { Deliver, Delivery, LateAnswer } from './core/submission/delivery.ts';
import type { Submission } from './core/submission/submission.gen.ts';
import { uuidv7 } from './core/submission/uuid.ts';
import { toJson } from './core/toJson.ts';
import { createDelivery } from './delivery.ts';
import { destinationOf } from './destinationOf.ts';
import { noteLast } from './noteLast.ts';
import { createExclusively } from './platform/exclusively.ts';
import { onLeave } from './platform/onLeave.ts';
import { onWake } from './platform/onWake.ts';
import { randomBytes } from './platform/randomBytes.ts';
import { send } from './platform/send.ts';
import { post } from './platform/transport.ts';
import { press as pressButton } from './press.ts';
import { lookupKey } from './remember.ts';
import type { Runtime } from './runtime.ts';
import { prepareSubmission as prepare } from './submit.ts';

export { noteLast };

/** What the code step posts and reads with. */
export const codeTools: CodeTools = { post, readAnswer, toJson };

/** What the checkout line shares with the popup's button. */
export const contactTools: ContactTools = { normalizeEmail, typedEvidence, destinationOf };

export function prepareSubmission(context: SignupContext, given: Given): Promise<Submission | false> {
  return prepare(context, given, () => uuidv7(context.runtime.platform.now(), randomBytes(16)));
}

export async function press(session: PopupSession, isWithoutTexts: boolean): Promise<void> {
  await pressButton(session, isWithoutTexts, await openDelivery(session.context), prepareSubmission);
}

/** Hours that personal data is kept unsent, unless the owner says otherwise. */
const usualHours = 24;

/** Milliseconds. */
const timeout = 10_000;

/** The signups of each page that hear what became of submissions. */
const signups = new WeakMap<Runtime, Set<SignupContext>>();

export async function openDelivery(context: SignupContext): Promise<Delivery> {
  const { runtime, settings, load } = context;
  if (settings.measure) await import('./measure.ts').then((m) => m.measure(context)).catch(() => {});
  const memory = await load.remember();
  const hours = Number(settings.keepUnsent ?? usualHours);
  const all = signups.get(runtime) ?? new Set();
  signups.set(runtime, all.add(context));
  runtime.delivery ??= createDelivery({
    runtime,
    memory,
    deliver: deliverFor(all),
    exclusively: createExclusively(runtime.keys.outbox, runtime.platform.local),
    onLeave,
    onWake,
    random: () => (randomBytes(1)[0] ?? 0) / 256,
    onLate: (submission, answer) => tellLate(all, submission, answer),
    keepFor: (hours >= 0 ? Math.min(hours, 7 * 24) : usualHours) * 3_600_000,
  });
  return runtime.delivery;
}

/** Tells the signup that sent it; one of an earlier page may not be here. */
function tellLate(
  all: ReadonlySet<SignupContext>,
  { id, ask: { kind: ask, reason }, widget: { signup, variant } }: Submission,
  answer: Parameters<LateAnswer>[1],
): void {
  const here = [...all].filter((context) => !context.isDestroyed);
  const { events } = here.find(({ settings }) => settings.id === signup) ?? here[0] ?? {};
  const asked = { id, ask, reason: reason as Reason, ...(variant ? { variant } : {}) } as const;
  if (answer.kind === 'taken') events?.emit('sent', { ...asked, outcome: answer.receipt.outcome });
  else if (answer.kind === 'error') events?.emit('failed', { ...asked, status: answer.status });
  else if (answer.kind === 'given-up') events?.emit('error', { ...asked, code: 'given-up' });
  else if (answer.kind !== 'pause') events?.emit('error', { ...asked, code: 'refused-late' });
}

/** By the adapter of the signup that sends there, where it has one. */
function deliverFor(all: ReadonlySet<SignupContext>): Deliver {
  return async (to, submission, options) => {
    const context = [...all].find(({ settings }) => destinationOf(settings) === to);
    if (!context || !(context.settings.to || context.settings.collector.deliver))
      return deliver(to, submission, options);
    const { deliverTo } = await import('./deliverTo.ts');
    return deliverTo(context, { post: deliver, send, readAnswer, toJson }, submission, options);
  };
}

/** To a collector, as protocol v1 has it. */
const deliver: Deliver = async (to, submission, { keepalive }) => {
  const raw = await post({ url: to, body: toJson(submission), timeout, keepalive });
  return readAnswer(raw, Date.now());
};

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
  const body = toJson({ version: 1, store: settings.store, identifiers });
  const answer = await post({ url: settings.lookup, body, timeout: lookupTimeout });
  if (answer.status !== 200) return;
  const text = toJson({
    ...(answer.body as object),
    for: identity.evidence.map((e) => e.key),
  });
  runtime.lookup = readLookup(text, identity);
  if (runtime.gate === 'open' && runtime.lookup) platform.session.set(lookupKey, text);
}
