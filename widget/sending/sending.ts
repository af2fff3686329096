import type { Reason } from '../core/ask/reasons.ts';
import { readAnswer } from '../core/submission/answer.ts';
import type { Deliver, Delivery, LateAnswer } from '../core/submission/delivery.ts';
import type { Submission } from '../core/submission/submission.gen.ts';
import { toldId } from '../core/submission/toldId.ts';
import { uuidv7 } from '../core/submission/uuid.ts';
import { toJson } from '../core/toJson.ts';
import { fetchFile } from '../files/fetchFile.ts';
import { createExclusively } from '../platform/exclusively.ts';
import { onLeave } from '../platform/onLeave.ts';
import { onWake } from '../platform/onWake.ts';
import { randomBytes } from '../platform/randomBytes.ts';
import { post } from '../platform/transport.ts';
import { measure } from '../popup/measure.ts';
import type { Runtime, Sender } from '../signup/page.ts';
import type { Given, PopupSession, SignupContext } from '../signup/session.ts';
import { laterViews } from '../ui/laterViews.ts';
import { acknowledge } from './acknowledge.ts';
import { createDelivery } from './delivery.ts';
import { destinationOf } from './destinationOf.ts';
import { prepareSubmission as prepare } from './prepareSubmission.ts';
import { readSendingOptions } from './readSendingOptions.ts';
import { submit as pressButton } from './submit.ts';

export { laterViews };

export function prepareSubmission(context: SignupContext, given: Given): Promise<Submission | false> {
  return prepare(context, given, () => uuidv7(context.runtime.platform.now(), randomBytes(16)));
}

export async function submit(session: PopupSession, isWithoutTexts: boolean): Promise<void> {
  await pressButton(session, isWithoutTexts, openDelivery(session.context), prepareSubmission);
}

/** Milliseconds. */
const timeout = 10_000;

/** The page's one delivery, made on first use. */
export function openDelivery(context: SignupContext): Delivery {
  const { runtime, settings } = context;
  measure(context);
  // One that was destroyed is kept for what waits for its destination, until another one sends there.
  const others = sendersOf(runtime).filter(
    (s) => !s.isDestroyed || destinationOf(s.settings) !== destinationOf(settings),
  );
  runtime.amend({ senders: new Set([...others, context]) });
  const delivery =
    runtime.delivery ??
    createDelivery({
      runtime,
      deliver: deliverFor(runtime),
      acknowledge: (submission, answer) => acknowledge(runtime, submission, answer),
      exclusively: createExclusively(runtime.keys.outbox, runtime.platform.local),
      onLeave,
      onWake,
      random: () => (randomBytes(1)[0] ?? 0) / 256,
      onLate: (submission, answer) => tellLate(runtime, submission, answer),
      keepFor: readSendingOptions(settings).keepFor,
    });
  runtime.amend({ delivery });
  return delivery;
}

/** The page's signups that send. */
function sendersOf({ senders = new Set() }: Runtime): Sender[] {
  return [...senders];
}

/** Tells the signup that sent it; one of an earlier page may not be here. */
function tellLate(
  runtime: Runtime,
  { id, ask: { kind: ask, reason }, widget: { signup, variant } }: Submission,
  answer: Parameters<LateAnswer>[1],
): void {
  const here = sendersOf(runtime).filter((context) => !context.isDestroyed);
  const { events } = here.find(({ settings }) => settings.id === signup) ?? here[0] ?? {};
  const asked = { id: toldId(id), ask, reason: reason as Reason, ...(variant ? { variant } : {}) } as const;
  if (answer.kind === 'taken') events?.emit('sent', { ...asked, outcome: answer.receipt.outcome });
  else if (answer.kind === 'error') events?.emit('failed', { ...asked, status: answer.status });
  else if (answer.kind === 'given-up') events?.emit('error', { ...asked, code: 'given-up' });
  else if (answer.kind !== 'pause') events?.emit('error', { ...asked, code: 'refused-late' });
}

/** By the adapter of the signup that sends there, where it has one. */
function deliverFor(runtime: Runtime): Deliver {
  return async (to, submission, options) => {
    const context = sendersOf(runtime).find(({ settings }) => destinationOf(settings) === to);
    if (!context || !(context.settings.to || context.settings.collector.deliver))
      return deliver(to, submission, options);
    const { deliverTo } = await fetchFile(context, 'deliverTo', () => import('./deliverTo.ts'));
    return deliverTo(context, deliver, submission, options);
  };
}

/** To a collector, as protocol v1 has it. By the time of sending it reckons how far this browser's clock is off. */
const deliver: Deliver = async (to, submission, { keepalive }) => {
  const body = toJson({ ...submission, sentAt: new Date().toISOString() });
  const raw = await post({ url: to, body, timeout, keepalive });
  return readAnswer(raw, Date.now());
};

/** Sends what an earlier page left unsent. */
export async function sendKept(context: SignupContext): Promise<void> {
  openDelivery(context).flush();
}
