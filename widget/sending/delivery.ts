import type { OnLeave } from '../core/ports.ts';
import type { Answer } from '../core/submission/answer.ts';
import type { Deliver, Delivered, Delivery, Exclusively, LateAnswer } from '../core/submission/delivery.ts';
import { planRetry } from '../core/submission/retry.ts';
import type { Submission } from '../core/submission/submission.gen.ts';
import { toJson } from '../core/toJson.ts';
import type { Runtime } from '../signup/page.ts';
import { createOutbox, type Entry } from './outbox.ts';

/** How long a page waits for another page of the browser that is delivering. Milliseconds. */
const maxWait = 5_000;
/** What another page has just made is its own to deliver. Milliseconds. */
const fresh = 15_000;
/** From then on an entry does not hold up the ones behind it: the fault may be its own. */
const triesInOrder = 8;
/** A page where an answer should be may come from anything in between; it is not asked for sixty times. */
const mostPages = 6;
/** Browsers allow 64 kB of requests that outlive their pages, all of them together (https://fetch.spec.whatwg.org/#fetching). Bytes. */
const keepaliveLimit = 60_000;

/** Shorter waits would be a busy page. Milliseconds. */
const shortestWait = 100;

/** What a delivery does its work with. */
export interface DeliveryParts {
  readonly runtime: Runtime;
  readonly deliver: Deliver;
  /** Turns an answer into memory. */
  acknowledge(submission: Submission, answer: Answer): Promise<void>;
  readonly exclusively: Exclusively;
  readonly onLeave: OnLeave;
  /** Calls back when it is worth trying again: online, or back from the back/forward cache. */
  readonly onWake: OnLeave;
  /** In [0, 1). */
  random(): number;
  readonly onLate: LateAnswer;
  /** How long personal data is kept unsent. Milliseconds. */
  readonly keepFor: number;
}

/** Creates the page's delivery: first in, first out, one at a time. Memory is updated before an answer is announced. */
export function createDelivery(parts: DeliveryParts): Delivery {
  const { runtime, deliver, exclusively, random, onLate } = parts;
  const { platform } = runtime;
  const outbox = createOutbox(runtime, parts.keepFor);
  /** Forms that wait for an answer, by the id of what they sent. */
  const waiters = new Map<string, (answer: Delivered) => void>();
  /** What this page has made and not seen settled. */
  const mine = new Map<string, Entry>();
  const inFlight = new Set<string>();
  /** Counts the runs: one that was overtaken stops. */
  let turn = 0;
  let isRunning = false;
  /** Something came in that a run at work may have missed. */
  let isWanted = false;
  let undoTimer = () => {};
  let release = () => {};

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

  /** Whether the next one of the same collector may be tried. */
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

  const run = async (isForced: boolean): Promise<void> => {
    const thisTurn = ++turn;
    const tried = new Set<string>();
    const blocked = new Set<string>();
    while (thisTurn === turn) {
      const entries = outbox.all();
      const now = platform.now();
      for (const [id, { submission, at }] of mine) {
        if (inFlight.has(id) || entries.some((e) => e.submission.id === id)) continue;
        // Its time was up, or another page of the browser has delivered it, and memory has the outcome.
        const isOver = now - at >= parts.keepFor;
        settle(submission, isOver ? { kind: 'given-up' } : { kind: 'taken', receipt: { outcome: 'unknown' } });
      }
      const next = entries.find(({ submission: { id } }) => !tried.has(id) && !inFlight.has(id));
      if (!next) return;
      tried.add(next.submission.id);
      if (blocked.has(next.to) || isOthers(next)) continue;
      const isDue = (isForced ? next.hold : next.due) <= now;
      const mayGoOn = isDue ? await attempt(next) : next.tries >= triesInOrder;
      if (!mayGoOn) blocked.add(next.to);
    }
  };
  /** Another page has just made it, and is at it. */
  const isOthers = (e: Entry) => !mine.has(e.submission.id) && e.tries === 0 && platform.now() - e.at < fresh;

  const pump = async (isForced: boolean): Promise<void> => {
    isWanted = isWanted || isForced;
    if (isRunning) return;
    isRunning = true;
    undoTimer();
    const left = new Promise<void>((resolve) => {
      release = resolve;
    });
    do {
      const isUrgent = isWanted;
      isWanted = false;
      // No lock is held by a page that is left: it would be kept out of the back/forward cache.
      const task = () => Promise.race([run(isUrgent), left]);
      await (runtime.storageConsent === 'open' ? exclusively(task, isUrgent ? maxWait : 0) : task()).catch(() => {});
    } while (isWanted);
    isRunning = false;
    keepWaiting();
    plan();
  };
  const plan = () => {
    undoTimer();
    const dues = outbox.all().map((e) => (isOthers(e) ? e.at + fresh : e.due));
    if (dues.length === 0) return;
    const wait = Math.max(shortestWait, Math.min(...dues) - platform.now());
    undoTimer = platform.schedule.after(wait, () => void pump(false));
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
    turn += 1;
    for (const e of outbox.all()) {
      if (e.tries === 0 && mine.has(e.submission.id)) outbox.update({ ...e, tries: 1 });
    }
  };
  const undos = [
    parts.onLeave(() => {
      leave();
      release();
      lastTry(outbox.inPage());
    }),
    parts.onWake(() => void pump(true)),
  ];

  return {
    async send(to, submission) {
      const now = platform.now();
      const entry = { to, submission, at: now, tries: 0, due: now, hold: 0, pages: 0 };
      for (const left of outbox.put(entry)) settle(left.submission, { kind: 'given-up' });
      mine.set(submission.id, entry);
      const answer = new Promise<Delivered>((resolve) => void waiters.set(submission.id, resolve));
      void pump(true);
      return answer;
    },
    // A page that has just been opened waits for no backoff of an earlier one, but for what the collector said.
    flush: () => void pump(true),
    withdraw() {
      lastTry(outbox.all());
      outbox.empty();
      mine.clear();
      turn += 1;
      undoTimer();
    },
    stop() {
      leave();
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
