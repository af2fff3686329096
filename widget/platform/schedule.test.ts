import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSchedule } from './schedule.ts';

/** A `window` or `document` that counts its listeners. */
class Target extends EventTarget {
  readonly names: string[] = [];

  override addEventListener(name: string, callback: EventListener): void {
    this.names.push(name);
    super.addEventListener(name, callback);
  }

  override removeEventListener(name: string, callback: EventListener): void {
    this.names.splice(this.names.indexOf(name), 1);
    super.removeEventListener(name, callback);
  }
}

function onPage(facts: { readonly prerendering?: boolean; readonly body?: object | null } = { body: {} }) {
  const window = new Target();
  const document = Object.assign(new Target(), facts);
  vi.stubGlobal('window', window);
  vi.stubGlobal('document', document);
  const tell = vi.fn();
  return { window, document, tell, schedule: createSchedule() };
}

const fire = (target: EventTarget, name: string, facts: object = {}) =>
  target.dispatchEvent(Object.assign(new Event(name), facts));

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a timer', () => {
  test('calls back once, when its time has come', () => {
    const { schedule, tell } = onPage();
    schedule.after(500, tell);
    vi.advanceTimersByTime(499);
    expect(tell).not.toHaveBeenCalled();
    vi.advanceTimersByTime(5_000);
    expect(tell).toHaveBeenCalledTimes(1);
  });

  test('undone does not', () => {
    const { schedule, tell } = onPage();
    schedule.after(500, tell)();
    vi.advanceTimersByTime(5_000);
    expect(tell).not.toHaveBeenCalled();
  });
});

describe('the page is active', () => {
  test('a turn later where it stands already, so that a host can listen first', () => {
    const { schedule, tell } = onPage();
    schedule.whenActive(tell);
    expect(tell).not.toHaveBeenCalled();
    vi.advanceTimersByTime(0);
    expect(tell).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['prerendered: once it is shown', { prerendering: true, body: {} }, 'prerenderingchange'],
    ['without a body: once it has one', { body: null }, 'DOMContentLoaded'],
  ])('%s', (_title, facts, name) => {
    const { schedule, tell, document } = onPage(facts);
    schedule.whenActive(tell);
    vi.advanceTimersByTime(60_000);
    expect(tell).not.toHaveBeenCalled();
    fire(document, name);
    fire(document, name);
    expect(tell).toHaveBeenCalledTimes(1);
    expect(document.names).toEqual([]);
  });

  test.each([[{ body: {} }], [{ prerendering: true }], [{ body: null }]])('%o: undone, it is not told', (facts) => {
    const { schedule, tell, document } = onPage(facts);
    schedule.whenActive(tell)();
    vi.advanceTimersByTime(60_000);
    for (const name of ['prerenderingchange', 'DOMContentLoaded']) fire(document, name);
    expect(tell).not.toHaveBeenCalled();
    expect([...document.names, vi.getTimerCount()]).toEqual([0]);
  });
});

test('a page is told when it comes back from the cache, not when it is first shown', () => {
  const { schedule, tell, window } = onPage();
  const undo = schedule.onRestore(tell);
  fire(window, 'pageshow', { persisted: false });
  expect(tell).not.toHaveBeenCalled();
  fire(window, 'pageshow', { persisted: true });
  fire(window, 'pageshow', { persisted: true });
  expect(tell).toHaveBeenCalledTimes(2);
  undo();
  fire(window, 'pageshow', { persisted: true });
  expect(tell).toHaveBeenCalledTimes(2);
});
