import { afterEach, expect, test, vi } from 'vitest';
import { onLeave } from './onLeave.ts';

afterEach(() => vi.unstubAllGlobals());

test('the callback runs each time the page is left, by a listener that allows the back/forward cache', () => {
  const window = new EventTarget();
  const listen = vi.fn(window.addEventListener.bind(window));
  vi.stubGlobal('addEventListener', listen);
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window));
  const tell = vi.fn();
  const undo = onLeave(tell);
  expect(listen.mock.calls.map(([name]) => name)).toEqual(['pagehide']);
  for (let i = 0; i < 2; i += 1) window.dispatchEvent(new Event('pagehide'));
  expect(tell).toHaveBeenCalledTimes(2);
  undo();
  window.dispatchEvent(new Event('pagehide'));
  expect(tell).toHaveBeenCalledTimes(2);
});
