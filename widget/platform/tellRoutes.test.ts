import { afterEach, describe, expect, test, vi } from 'vitest';
import { tellRoutes } from './tellRoutes.ts';

afterEach(() => vi.unstubAllGlobals());

class FakeHistory {
  entries: unknown[] = [];
  pushState(...entry: unknown[]) {
    this.entries.push(entry);
  }
  replaceState(...entry: unknown[]) {
    this.entries.push(entry);
  }
}

function onPage(navigation?: object) {
  const window = Object.assign(new EventTarget(), { navigation });
  const history = new FakeHistory();
  vi.stubGlobal('window', window);
  vi.stubGlobal('history', history);
  const told = vi.fn();
  window.addEventListener('currententrychange', told);
  return { window, history, told };
}

describe('in a browser without the Navigation API', () => {
  test('every change of the address is reported after it was made', () => {
    const { window, history, told } = onPage();
    told.mockImplementation(() => expect(history.entries).toHaveLength(told.mock.calls.length));
    tellRoutes();
    history.pushState({ a: 1 }, '', '/p/1');
    history.replaceState(null, '', '/p/2');
    expect(history.entries).toEqual([
      [{ a: 1 }, '', '/p/1'],
      [null, '', '/p/2'],
    ]);
    history.entries.push('back');
    window.dispatchEvent(new Event('popstate'));
    expect(told).toHaveBeenCalledTimes(3);
  });

  test('undoing restores the history functions', () => {
    const { window, history, told } = onPage();
    const { pushState } = history;
    tellRoutes()();
    history.pushState(null, '', '/p/1');
    window.dispatchEvent(new Event('popstate'));
    expect([history.pushState === pushState, told.mock.calls]).toEqual([true, []]);
  });

  test('undoing keeps another script’s wrapper, and ours reports nothing any more', () => {
    const { history, told } = onPage();
    const undo = tellRoutes();
    const ours = history.pushState;
    const theirs = vi.fn(function (this: FakeHistory, ...entry: unknown[]) {
      ours.apply(this, entry);
    });
    history.pushState = theirs;
    undo();
    history.pushState(null, '', '/p/1');
    expect([theirs.mock.calls.length, history.entries.length, told.mock.calls.length]).toEqual([1, 1, 0]);
  });

  test('a frozen history breaks nothing', () => {
    const { window, history, told } = onPage();
    Object.freeze(history);
    const undo = tellRoutes();
    window.dispatchEvent(new Event('popstate'));
    undo();
    expect(told).toHaveBeenCalledTimes(1);
  });
});

test('where the browser tells by itself, history is left alone', () => {
  const { history } = onPage({ currentEntry: {} });
  tellRoutes();
  expect(Object.keys(history)).toEqual(['entries']);
});
