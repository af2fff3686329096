import type { Deliver, Delivery } from '../core/submission/delivery.ts';
import { readReceipt } from '../core/submission/receipt.ts';
import type { Submission } from '../core/submission/submission.gen.ts';
import { uuidv7 } from '../core/submission/uuid.ts';
import { toJson } from '../core/toJson.ts';
import { fetchFile } from '../files/fetchFile.ts';
import { onLeave } from '../platform/onLeave.ts';
import { onWake } from '../platform/onWake.ts';
import { randomBytes } from '../platform/randomBytes.ts';
import { post } from '../platform/transport.ts';
import { measure } from '../popup/measure.ts';
import type { Runtime } from '../signup/page.ts';
import type { Given, PopupSession, SignupContext } from '../signup/session.ts';
import { laterViews } from '../ui/laterViews.ts';
import { acknowledge } from './acknowledge.ts';
import { createDelivery } from './delivery.ts';
import { destinationOf } from './destinationOf.ts';
import { loadUnsent } from './loadUnsent.ts';
import { prepareSubmission as prepare } from './prepareSubmission.ts';
import { readSendingOptions } from './readSendingOptions.ts';
import { sendersOf } from './sendersOf.ts';
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
      loadQueue: async () => (await fetchFile(context, 'unsent', loadUnsent)).createQueue,
      onLeave,
      onWake,
      random: () => (randomBytes(1)[0] ?? 0) / 256,
      onLate: (submission, answer) =>
        void loadUnsent().then(
          ({ tellLate }) => tellLate(runtime, submission, answer),
          () => {},
        ),
      keepFor: readSendingOptions(settings).keepFor,
    });
  runtime.amend({ delivery });
  return delivery;
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
  const receipt = readReceipt(raw);
  if (receipt) return { kind: 'taken', receipt };
  // Where that cannot be fetched, the answer counts as none.
  return (await loadUnsent()).readAnswer(raw, Date.now());
};

/** Sends what an earlier page left unsent. */
export async function sendKept(context: SignupContext): Promise<void> {
  openDelivery(context).flush();
}
