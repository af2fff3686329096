import { afterEach, expect, test, vi } from 'vitest';
import { readPageValue } from './readPageValue.ts';

afterEach(() => vi.unstubAllGlobals());

const frameOf = () => {
  const frame: Record<string, unknown> = { name: 'frame' };
  frame.window = frame;
  return frame;
};

const page = {
  __st: { cid: 7, shop: { name: 'Beans' } },
  text: 'a',
  none: null,
  element: { nodeType: 1, id: 'element', cid: { tagName: 'INPUT', value: '7' } },
  elements: { item: () => null, length: 2 },
  frame: frameOf(),
  get angry(): never {
    throw new Error('a getter of somebody’s');
  },
};

test.each<[string, unknown]>([
  ['__st.cid', 7],
  ['__st.shop.name', 'Beans'],
  ['text', 'a'],
  ['text.cid', undefined],
  ['none.cid', undefined],
  ['missing.cid.deeper', undefined],
  ['__st', undefined],
  ['element.cid', undefined],
  ['element.id', undefined],
  ['elements.length', undefined],
  ['frame.name', undefined],
  ['angry.cid', undefined],
  ['', undefined],
])('the path %j leads to %j', (path, value) => {
  vi.stubGlobal('window', page);
  expect(readPageValue(path)).toBe(value);
});

test('no path leads anywhere without a window', () => {
  expect(readPageValue('__st.cid')).toBeUndefined();
});
