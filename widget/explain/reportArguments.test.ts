import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CheckoutFields } from '../signup/api.ts';
import { reportFields, reportListener } from './reportArguments.ts';

let lines: string[];

beforeEach(() => {
  lines = [];
  vi.spyOn(console, 'warn').mockImplementation((line: string) => void lines.push(line));
  const found = (selector: string) => (selector === '#there' ? {} : null);
  vi.stubGlobal('document', { readyState: 'complete', querySelector: found });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('an event that there is not is named with the one that was meant, once', () => {
  for (const name of ['opened', 'opened', 'sentt', 'nothing like it', 'open']) reportListener(name, () => {});
  expect(lines.map((line) => line.split(';')[1])).toEqual([
    ' was it `open`?',
    ' was it `sent`?',
    expect.stringContaining('there are decide, open'),
  ]);
});

test('a listener that is no function is named', () => {
  reportListener('close', '#x');
  expect(lines).toEqual(['hello-again: on("close") has string as its listener; expected a function']);
});

test('fields of the checkout that are not on the page are named', () => {
  reportFields({ phone: '#nope', slot: '#there' });
  reportFields({ slot: '#there' } as unknown as CheckoutFields);
  expect(lines.map((line) => line.split(';')[0])).toEqual([
    'hello-again: watchCheckout: `phone` is "#nope"',
    'hello-again: watchCheckout: `phone` is missing',
  ]);
});
