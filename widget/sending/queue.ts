import type { Exclusively } from '../core/submission/delivery.ts';
import { createExclusively } from '../platform/exclusively.ts';
import { fresh, type Queue, type Sent, triesInOrder } from './delivery.ts';
import type { Entry } from './outbox.ts';

/** How long a page waits for another page of the browser that is delivering. Milliseconds. */
const maxWait = 5_000;

/** Shorter waits would be a busy page. Milliseconds. */
const shortestWait = 100;

/**
 * Creates the queue of a page's delivery: first in, first out, one at a time. In a file of its own: most submissions are delivered
 * at the first try.
 */
export function createQueue(
  { runtime, keepFor, outbox, mine, inFlight, attempt, settle, keepWaiting }: Sent,
  exclusively: Exclusively = createExclusively(runtime.keys.outbox, runtime.platform.local),
): Queue {
  const { platform } = runtime;
  /** Counts the runs: one that was overtaken stops. */
  let turn = 0;
  let isRunning = false;
  /** Something came in that a run at work may have missed. */
  let isWanted = false;
  let undoTimer = () => {};
  let release = () => {};

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
        const isOver = now - at >= keepFor;
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

  return {
    pump,
    plan,
    leave() {
      turn += 1;
      release();
    },
    stop() {
      turn += 1;
      undoTimer();
    },
  };
}
