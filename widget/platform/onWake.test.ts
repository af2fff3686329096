import { afterEach, expect, test, vi } from 'vitest';
import { onWake } from './onWake.ts';

afterEach(() => vi.unstubAllGlobals());

test('the callback runs when the network is back and when the page comes back from the cache', () => {
  const window = new EventTarget();
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window));
  const fire = (name: string, facts: object = {}) => window.dispatchEvent(Object.assign(new Event(name), facts));
  const told = vi.fn();
  const undo = onWake(told);
  fire('pageshow', { persisted: false });
  expect(told).not.toHaveBeenCalled();
  fire('pageshow', { persisted: true });
  fire('online');
  expect(told).toHaveBeenCalledTimes(2);
  undo();
  fire('pageshow', { persisted: true });
  fire('online');
  expect(told).toHaveBeenCalledTimes(2);
});
