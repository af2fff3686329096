import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MemoryStore } from '../test/memoryPlatform.ts';
import { createExclusively } from './exclusively.ts';

const name = 'outbox';
let local: MemoryStore;

/** Tells the page that it is left. */
let page: EventTarget;

beforeEach(() => {
  local = new MemoryStore();
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A task that ends when a test says so. */
function held() {
  let end: (value: string) => void = () => {};
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  return { task: vi.fn(() => ended), end };
}

describe('by Web Locks a task', () => {
  type Callback = (lock: object | null) => Promise<unknown>;

  /** One lock of that name, as the standard has it, and nothing of queues but the first in line. */
  function stubLocks() {
    let isHeld = false;
    const line: (() => void)[] = [];
    const request = async (_name: string, options: { ifAvailable?: boolean; signal?: AbortSignal }, task: Callback) => {
      if (isHeld && options.ifAvailable) return task(null);
      if (isHeld) {
        await new Promise<void>((resolve, reject) => {
          line.push(resolve);
          options.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
        });
      }
      isHeld = true;
      try {
        return await task({});
      } finally {
        isHeld = false;
        line.shift()?.();
      }
    };
    vi.stubGlobal('navigator', { locks: { request } });
  }

  test('is skipped when another tab is at work', async () => {
    stubLocks();
    const exclusively = createExclusively(name, local);
    const { task, end } = held();
    const first = exclusively(task, 0);
    const second = vi.fn(async () => 'second');
    expect(await exclusively(second, 0)).toBeUndefined();
    end('first');
    expect([await first, second.mock.calls.length]).toEqual(['first', 0]);
    expect(await exclusively(second, 0)).toBe('second');
  });

  test('leaves nothing listening to the page', async () => {
    vi.useFakeTimers();
    stubLocks();
    const listening = vi.spyOn(page, 'addEventListener');
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    const exclusively = createExclusively(name, local);
    void exclusively(async () => 'done', 0);
    await vi.advanceTimersByTimeAsync(1_000);
    const options = listening.mock.calls.map(([, , given]) => given as AddEventListenerOptions);
    expect(options.map(({ signal }) => signal?.aborted)).toEqual([true]);
  });

  test('can wait for another tab, for a limited time', async () => {
    vi.useFakeTimers();
    stubLocks();
    const exclusively = createExclusively(name, local);
    const { task, end } = held();
    void exclusively(task, 0);
    const patient = exclusively(async () => 'patient', 5_000);
    const impatient = exclusively(async () => 'impatient', 1_000);
    await vi.advanceTimersByTimeAsync(1_001);
    expect(await impatient).toBeUndefined();
    end('first');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await patient).toBe('patient');
    expect(local.entries.size).toBe(0);
  });

  test('holds its lock a moment longer, so that the next tab reads a store that is up to date', async () => {
    vi.useFakeTimers();
    stubLocks();
    const exclusively = createExclusively(name, local);
    void exclusively(async () => 'first', 0);
    await vi.advanceTimersByTimeAsync(100);
    expect(await exclusively(async () => 'early', 0)).toBeUndefined();
    await vi.advanceTimersByTimeAsync(200);
    const late = exclusively(async () => 'late', 0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await late).toBe('late');
  });

  test('releases its lock on a page that is left', async () => {
    vi.useFakeTimers();
    stubLocks();
    const exclusively = createExclusively(name, local);
    const { task, end } = held();
    const first = exclusively(task, 0);
    page.dispatchEvent(new Event('pagehide'));
    end('first');
    expect(await first).toBe('first');
  });

  test('runs without a lock on a page that may have none', async () => {
    vi.stubGlobal('navigator', {
      locks: { request: () => Promise.reject(new DOMException('', 'SecurityError')) },
    });
    expect(await createExclusively(name, local)(async () => 'done', 0)).toBe('done');
  });

  test('that fails is not run a second time', async () => {
    stubLocks();
    const task = vi.fn(() => Promise.reject(new Error('no')));
    await createExclusively(name, local)(task, 0);
    expect(task).toHaveBeenCalledTimes(1);
  });
});

describe('by a lease, where there are no Web Locks, a task', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.UTC(2026, 0, 31) });
    vi.stubGlobal('navigator', {});
  });

  test('is skipped when another tab is at work, and runs afterwards', async () => {
    const exclusively = createExclusively(name, local);
    const { task, end } = held();
    const first = exclusively(task, 0);
    expect(await exclusively(async () => 'second', 0)).toBeUndefined();
    end('first');
    expect([await first, local.entries.size]).toEqual(['first', 0]);
    expect(await exclusively(async () => 'second', 0)).toBe('second');
  });

  test('is not held up by a page that died or a clock that was set back', async () => {
    const exclusively = createExclusively(name, local);
    void exclusively(held().task, 0);
    vi.setSystemTime(Date.UTC(2026, 0, 31, 0, 1));
    expect(await exclusively(async () => 'later', 0)).toBe('later');
    local.set(`${name}_lease`, String(Date.UTC(2027, 0, 31)));
    expect(await exclusively(async () => 'earlier', 0)).toBe('earlier');
  });

  test('of a visitor who waits is run nevertheless', async () => {
    const exclusively = createExclusively(name, local);
    void exclusively(held().task, 0);
    expect(await exclusively(async () => 'mine', 5_000)).toBe('mine');
  });

  test('is run where the storage is blocked', async () => {
    local.isBroken = true;
    expect(await createExclusively(name, local)(async () => 'done', 0)).toBe('done');
  });
});
