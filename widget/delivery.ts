import { acknowledge } from './acknowledge.ts';
import type { Remembering } from './context.ts';
import type { OnLeave, Post } from './core/ports.ts';
import { readAnswer } from './core/submission/answer.ts';
import type { Delivered, Delivery, LateAnswer } from './core/submission/delivery.ts';
import { planRetry } from './core/submission/retry.ts';
import type { Submission } from './core/submission/submission.gen.ts';
import type { Runtime } from './runtime.ts';

/** Personal data is kept unsent for a day at most. Milliseconds. */
const keepFor = 24 * 3_600_000;
const mostEntries = 20;
/** Milliseconds. */
const timeout = 10_000;

interface Entry {
  readonly url: string;
  readonly submission: Submission;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Makes the page's delivery. `random` is in [0, 1). Answers change memory before anybody is told. */
export function createDelivery(
  runtime: Runtime,
  memory: Remembering,
  post: Post,
  onLeave: OnLeave,
  random: () => number,
  onLate: LateAnswer,
): Delivery {
  const { platform } = runtime;
  const outboxKey = runtime.keys.outbox;
  // Entries of this page that could not be stored; the only ones while the gate is closed.
  let inPage: Entry[] = [];
  const inFlight = new Set<string>();
  let undoTimer = () => {};
  let tries = 0;

  const stored = (): Entry[] => (runtime.gate === 'open' ? parse(platform.local.get(outboxKey), platform.now()) : []);
  const all = () => [...stored(), ...inPage];
  const keep = (entry: Entry) => {
    const entries = [...stored(), entry].slice(-mostEntries);
    const isStored = runtime.gate === 'open' && platform.local.set(outboxKey, JSON.stringify(entries));
    if (!isStored) inPage.push(entry);
  };
  const store = (entries: readonly Entry[]) => {
    if (entries.length > 0) platform.local.set(outboxKey, JSON.stringify(entries));
    else platform.local.remove(outboxKey);
  };
  const drop = (id: string) => {
    inPage = inPage.filter((e) => e.submission.id !== id);
    if (runtime.gate !== 'open') return;
    store(stored().filter((e) => e.submission.id !== id));
  };

  const attempt = async (entry: Entry): Promise<Delivered> => {
    const { id } = entry.submission;
    inFlight.add(id);
    try {
      const body = JSON.stringify(entry.submission);
      const raw = await post({ url: entry.url, body, timeout, keepalive: body.length < 60_000 });
      const answer = readAnswer(raw, platform.now());
      if (answer.kind === 'retry') return again(answer.after);
      drop(id);
      tries = 0;
      // It has arrived: memory that cannot be written changes nothing about that.
      await acknowledge(runtime, memory, entry.submission, answer).catch(() => {});
      return answer;
    } catch {
      return again();
    } finally {
      inFlight.delete(id);
    }
  };
  const again = (after?: number): Delivered => {
    const plan = planRetry(tries, random(), after);
    tries += 1;
    undoTimer();
    if (plan) undoTimer = platform.schedule.after(plan.delay, flush);
    return { kind: 'waiting' };
  };
  const flush = () => {
    // What is too old is not sent any more, and not kept either.
    if (runtime.gate === 'open') store(stored());
    void (async () => {
      for (const entry of all()) {
        if (inFlight.has(entry.submission.id)) continue;
        const answer = await attempt(entry);
        if (answer.kind === 'waiting') return;
        onLate(entry.submission, answer);
      }
    })();
  };
  const lastTry = (entries: readonly Entry[]) => {
    for (const { url, submission } of entries) {
      if (inFlight.has(submission.id)) continue;
      post({ url, body: JSON.stringify(submission), timeout, keepalive: true }).catch(() => {});
    }
  };
  const undoLeave = onLeave(() => lastTry(inPage));

  return {
    send(url, submission) {
      const entry: Entry = { url, submission, at: platform.now() };
      keep(entry);
      return attempt(entry);
    },
    flush,
    withdraw() {
      lastTry(all());
      inPage = [];
      undoTimer();
    },
    stop() {
      undoTimer();
      undoLeave();
    },
  };
}

/** Reads the stored outbox: whatever has not the shape, or is too old, is not there. */
function parse(text: string | undefined, now: number): Entry[] {
  if (!text) return [];
  try {
    const raw: unknown = JSON.parse(text);
    if (!Array.isArray(raw)) return [];
    return raw.filter(
      (e: Partial<Entry> | null): e is Entry =>
        typeof e?.url === 'string' &&
        typeof e.submission?.id === 'string' &&
        typeof e.at === 'number' &&
        Math.abs(now - e.at) < keepFor,
    );
  } catch {
    return [];
  }
}
