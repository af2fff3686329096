// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSignup, type Signup } from '../index.ts';
import { complete } from './fixtures.ts';

// The popup opens as in a browser, and nothing is posted for the owner's sake. `happy-dom.test.ts` runs the same.

let signup: Signup | undefined;

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new Error('no network')));
});

afterEach(() => {
  signup?.destroy();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const field = () => document.querySelector('hello-again')?.shadowRoot?.querySelector('[data-ha=email]');

test('the popup opens by itself', async () => {
  signup = createSignup({ ...complete, storage: 'allowed', region: 'uk', locale: 'en', trigger: { delay: 0 } });
  await vi.waitFor(() => expect(field()).toBeTruthy(), { timeout: 20_000 });
  expect(vi.mocked(console.warn).mock.calls).toEqual([]);
  expect(fetch).not.toHaveBeenCalled();
});

test('a form stands in an element that is given, and waits for it', async () => {
  const into = document.createElement('div');
  signup = createSignup({ ...complete, storage: 'allowed', region: 'uk', locale: 'en', layout: 'inline', into });
  await vi.waitFor(() => expect(vi.mocked(console.warn).mock.calls.join()).toContain('`into` is an element'), {
    timeout: 20_000,
  });
  document.body.append(into);
  await vi.waitFor(() => expect(into.querySelector('hello-again')).toBeTruthy(), { timeout: 20_000 });
});

test('what failed is in the console where the owner looks on', async () => {
  signup = createSignup({ ...complete, storage: 'allowed', region: 'uk', locale: 'en', trigger: { delay: 0 } });
  const attach = vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(() => {
    throw new Error('no shadow');
  });
  signup.open();
  await vi.waitFor(() => expect(vi.mocked(console.warn).mock.calls.join()).toContain('no shadow'), {
    timeout: 20_000,
  });
  attach.mockRestore();
});
