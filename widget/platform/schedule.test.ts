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

  test('does not call back after it was undone', () => {
    const { schedule, tell } = onPage();
    schedule.after(500, tell)();
    vi.advanceTimersByTime(5_000);
    expect(tell).not.toHaveBeenCalled();
  });
});

describe('a page that becomes active', () => {
  test('is reported a turn later when it is active already, so that a host can listen first', () => {
    const { schedule, tell } = onPage();
    schedule.whenActive(tell);
    expect(tell).not.toHaveBeenCalled();
    vi.advanceTimersByTime(0);
    expect(tell).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['once a prerendered page is shown', { prerendering: true, body: {} }, 'prerenderingchange'],
    ['once a page without a body has one', { body: null }, 'DOMContentLoaded'],
  ])('is reported %s', (_title, facts, name) => {
    const { schedule, tell, document } = onPage(facts);
    schedule.whenActive(tell);
    vi.advanceTimersByTime(60_000);
    expect(tell).not.toHaveBeenCalled();
    fire(document, name);
    fire(document, name);
    expect(tell).toHaveBeenCalledTimes(1);
    expect(document.names).toEqual([]);
  });

  test.each([[{ body: {} }], [{ prerendering: true }], [{ body: null }]])(
    'is not reported after undoing: %o',
    (facts) => {
      const { schedule, tell, document } = onPage(facts);
      schedule.whenActive(tell)();
      vi.advanceTimersByTime(60_000);
      for (const name of ['prerenderingchange', 'DOMContentLoaded']) fire(document, name);
      expect(tell).not.toHaveBeenCalled();
      expect([...document.names, vi.getTimerCount()]).toEqual([0]);
    },
  );
});

describe('a new page view is reported', () => {
  const returning = (isOld = false) => {
    const page = onPage();
    const navigation = Object.assign(new Target(), { currentEntry: {} });
    if (!isOld) Object.assign(page.window, { navigation });
    const place = { href: 'https://shop.example.com/' };
    vi.stubGlobal('location', place);
    const undo = page.schedule.onReturn(page.tell);
    const goes = (href: string) => {
      place.href = href;
      fire(isOld ? page.window : navigation, 'currententrychange');
    };
    return { ...page, navigation, undo, goes };
  };

  test('when the page comes back from the cache, and not when it is first shown', () => {
    const { window, tell, undo } = returning();
    fire(window, 'pageshow', { persisted: false });
    expect(tell).not.toHaveBeenCalled();
    fire(window, 'pageshow', { persisted: true });
    fire(window, 'pageshow', { persisted: true });
    expect(tell).toHaveBeenCalledTimes(2);
    undo();
    fire(window, 'pageshow', { persisted: true });
    expect(tell).toHaveBeenCalledTimes(2);
  });

  test.each([[false], [true]])('when its router moves on, in an old browser as well (%s)', (isOld) => {
    const { tell, goes } = returning(isOld);
    goes('https://shop.example.com/p/1');
    goes('https://shop.example.com/p/2');
    expect(tell).toHaveBeenCalledTimes(2);
  });

  test.each([
    ['https://shop.example.com/?variant=42', true],
    ['https://shop.example.com/#reviews', true],
    ['https://shop.example.com/?page=3#top', true],
    ['https://shop.example.com/p/1', false],
    ['https://shop.example.com/#/p/1', false],
    ['https://shop.example.com/#!/p/1', false],
  ])('that %s is the same page, rewritten: %s', (href, isRewritten) => {
    const { tell, goes } = returning();
    goes(href);
    expect(tell.mock.calls).toEqual([[isRewritten]]);
  });

  test('not when the same address is written again, as some do with every scroll', () => {
    const { tell, goes } = returning();
    for (let i = 0; i < 3; i += 1) goes('https://shop.example.com/p/1');
    expect(tell).toHaveBeenCalledTimes(1);
  });

  test('but not after undoing', () => {
    const { window, navigation, tell, undo, goes } = returning();
    undo();
    goes('https://shop.example.com/p/1');
    expect([tell.mock.calls, window.names, navigation.names]).toEqual([[], [], []]);
  });
});
