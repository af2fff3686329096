import type { OnLeave } from '../core/ports.ts';
import type { Answer } from '../core/submission/answer.ts';
import type { Deliver, Delivered, Delivery, LateAnswer } from '../core/submission/delivery.ts';
import { planRetry } from '../core/submission/retry.ts';
import type { Submission } from '../core/submission/submission.gen.ts';
import { toJson } from '../core/toJson.ts';
import type { Runtime } from '../signup/page.ts';
import { createOutbox, type Entry, type Outbox } from './outbox.ts';

/** What another page has just made is its own to deliver. Milliseconds. */
export const fresh = 15_000;
/** From then on an entry does not hold up the ones behind it: the fault may be its own. */
export const triesInOrder = 8;
/** A page where an answer should be may come from anything in between; it is not asked for sixty times. */
const mostPages = 6;
/** Browsers allow 64 kB of requests that outlive their pages, all of them together (https://fetch.spec.whatwg.org/#fetching). Bytes. */
const keepaliveLimit = 60_000;

/** What a delivery does its work with. */
export interface DeliveryParts {
  readonly runtime: Runtime;
  readonly deliver: Deliver;
  /** Turns an answer into memory. */
  acknowledge(submission: Submission, answer: Answer): Promise<void>;
  /** Fetches what only a page needs that has something to send again. */
  loadQueue(): Promise<(delivery: Sent) => Queue>;
  readonly onLeave: OnLeave;
  /** Calls back when it is worth trying again: online, or back from the back/forward cache. */
  readonly onWake: OnLeave;
  /** In [0, 1). */
  random(): number;
  readonly onLate: LateAnswer;
  /** How long personal data is kept unsent. Milliseconds. */
  readonly keepFor: number;
}

/** What a delivery and its queue both work on. */
export interface Sent {
  readonly runtime: Runtime;
  readonly keepFor: number;
  readonly outbox: Outbox;
  /** What this page has made and not seen settled. */
  readonly mine: ReadonlyMap<string, Entry>;
  readonly inFlight: ReadonlySet<string>;
  /** Posts one; answers whether the next one of the same collector may be tried. */
  attempt(entry: Entry): Promise<boolean>;
  settle(submission: Submission, answer: Parameters<LateAnswer>[1]): void;
  /** Tells the forms that wait that what they sent is kept. */
  keepWaiting(): void;
}

/** Sends again what is kept. */
export interface Queue {
  /** Tries all that is due, or all that the collector has not put off. */
  pump(isForced: boolean): Promise<void>;
  /** Tries again when the next is due. */
  plan(): void;
  /** The page is left: another one may go on. */
  leave(): void;
  stop(): void;
}

/**
 * Creates the page's delivery. What is alone is posted at once; all else is the queue's, which goes first in, first out, one at a
 * time. Memory is updated before an answer is announced.
 */
export function createDelivery(parts: DeliveryParts): Delivery {
  const { runtime, deliver, random, onLate, keepFor } = parts;
  const { platform } = runtime;
  const outbox = createOutbox(runtime, keepFor);
  /** Forms that wait for an answer, by the id of what they sent. */
  const waiters = new Map<string, (answer: Delivered) => void>();
  const mine = new Map<string, Entry>();
  const inFlight = new Set<string>();
  let queue: Queue | undefined;
  let opening: Promise<Queue> | undefined;
  /** What was posted past the queue, until it has its answer. */
  let first: Promise<void> | undefined;
  let isStopped = false;
  let undoTimer = () => {};

  const settle = (submission: Submission, answer: Parameters<LateAnswer>[1]) => {
    const waiter = waiters.get(submission.id);
    waiters.delete(submission.id);
    mine.delete(submission.id);
    if (!waiter) onLate(submission, answer);
    else waiter(answer.kind === 'given-up' ? { kind: 'error', status: 0 } : answer);
  };
  const keepWaiting = () => {
    for (const waiter of waiters.values()) waiter({ kind: 'waiting' });
    waiters.clear();
  };

  const attempt = async (entry: Entry): Promise<boolean> => {
    const { submission } = entry;
    inFlight.add(submission.id);
    const options = { keepalive: sizeOf(submission) < keepaliveLimit };
    const posted = waiters.has(submission.id) ? submission : unattended(submission);
    const answer = await deliver(entry.to, posted, options).catch((): Answer => ({ kind: 'retry' }));
    inFlight.delete(submission.id);
    if (answer.kind !== 'retry') {
      outbox.drop(submission.id);
      // It has arrived: memory that cannot be written changes nothing about that.
      await parts.acknowledge(submission, answer).catch(() => {});
      settle(submission, answer);
      return true;
    }
    const tries = entry.tries + 1;
    const pages = entry.pages + (answer.isOdd ? 1 : 0);
    const next = planRetry(tries - 1, random(), answer.after);
    if (!next || pages >= mostPages || tries >= (answer.most ?? tries + 1)) {
      outbox.drop(submission.id);
      settle(submission, { kind: 'given-up' });
      return true;
    }
    const now = platform.now();
    outbox.update({ ...entry, tries, pages, due: now + next.delay, hold: answer.after ? now + next.delay : 0 });
    return tries >= triesInOrder;
  };

  const openQueue = async (): Promise<Queue> => {
    opening ??= parts
      .loadQueue()
      .then((create) => create({ runtime, keepFor, outbox, mine, inFlight, attempt, settle, keepWaiting }));
    queue = await opening;
    return queue;
  };
  const wake = async (isForced: boolean): Promise<void> => {
    undoTimer();
    try {
      await first;
      const { pump } = await openQueue();
      if (!isStopped) await pump(isForced);
    } catch {
      await goOnAlone(isForced);
    }
  };
  /** The queue could not be fetched. */
  const goOnAlone = async (isForced: boolean) => {
    opening = undefined;
    if (isStopped) return;
    const now = platform.now();
    for (const entry of outbox.all()) {
      const { id } = entry.submission;
      if (mine.has(id) && !inFlight.has(id) && (isForced ? entry.hold : entry.due) <= now) await attempt(entry);
    }
    keepWaiting();
    if (mine.size > 0) undoTimer = platform.schedule.after(fresh, () => void wake(false));
  };
  /** Nothing is fetched where nothing is kept. */
  const flush = () => {
    if (outbox.all()[0] || mine.size > 0) void wake(true);
  };
  const postAtOnce = async (entry: Entry): Promise<void> => {
    if (await attempt(entry)) return;
    keepWaiting();
    openQueue().then(
      ({ plan }) => isStopped || plan(),
      () => goOnAlone(false),
    );
  };

  const lastTry = (entries: readonly Entry[]) => {
    let free = keepaliveLimit;
    for (const { to, submission } of entries) {
      if (inFlight.has(submission.id)) continue;
      free -= sizeOf(submission);
      deliver(to, unattended(submission), { keepalive: free > 0 }).catch(() => {});
    }
  };
  /** From now on whoever comes next may deliver what this page has made. */
  const leave = () => {
    for (const e of outbox.all()) {
      if (e.tries === 0 && mine.has(e.submission.id)) outbox.update({ ...e, tries: 1 });
    }
  };
  const undos = [
    parts.onLeave(() => {
      leave();
      queue?.leave();
      keepWaiting();
      lastTry(outbox.inPage());
    }),
    parts.onWake(flush),
  ];

  return {
    async send(to, submission) {
      const now = platform.now();
      const entry = { to, submission, at: now, tries: 0, due: now, hold: 0, pages: 0 };
      const isAlone = !outbox.all()[0];
      for (const left of outbox.put(entry)) settle(left.submission, { kind: 'given-up' });
      mine.set(submission.id, entry);
      const answer = new Promise<Delivered>((resolve) => void waiters.set(submission.id, resolve));
      if (isAlone) first = postAtOnce(entry);
      else void wake(true);
      return answer;
    },
    // A page that has just been opened waits for no backoff of an earlier one, but for what the collector said.
    flush,
    withdraw() {
      lastTry(outbox.all());
      outbox.empty();
      mine.clear();
      queue?.stop();
      undoTimer();
    },
    stop() {
      isStopped = true;
      leave();
      queue?.stop();
      undoTimer();
      for (const undo of undos) undo();
    },
  };
}

/** Its form is not open any more, so no code should be texted that could not be entered. */
function unattended(submission: Submission): Submission {
  return { ...submission, widget: { ...submission.widget, unattended: true } };
}

function sizeOf(submission: Submission): number {
  return new TextEncoder().encode(toJson(submission)).length;
}
