// @vitest-environment jsdom
import { act, createElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApp, h, nextTick, shallowRef } from 'vue';
import type { Signup, SignupOptions } from '../index.ts';
import { SignupForm as ReactForm, useSignup as useInReact } from '../react/index.ts';
import { signup as action } from '../svelte/index.ts';
import { useSignup as useInVue, SignupForm as VueForm } from '../vue/index.ts';
import { complete } from './fixtures.ts';

let alive: Set<SignupOptions>;
let changes: object[];

vi.mock('../index.ts', () => ({
  createSignup(options: SignupOptions) {
    alive.add(options);
    return { update: (change: object) => void changes.push(change), destroy: () => void alive.delete(options) };
  },
}));

beforeEach(() => {
  alive = new Set();
  changes = [];
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.innerHTML = '<div id="app"></div>';
});

afterEach(() => vi.unstubAllGlobals());

const options = complete as unknown as SignupOptions;
const place = () => document.querySelector('#app') as HTMLElement;
const brands = () => [...alive].map(({ brand }) => brand);

test('React’s StrictMode leaves one signup alive, inline options make none anew, and unmounting leaves none', async () => {
  const Page = ({ brand }: { brand: string }) => {
    useInReact({ ...options, brand, beforeSubmit: () => undefined });
    return null;
  };
  const root = createRoot(place());
  const draw = (brand: string) =>
    act(() => root.render(createElement(StrictMode, null, createElement(Page, { brand }))));
  await draw('One');
  expect(brands()).toEqual(['One']);
  const before = changes.length;
  await draw('One');
  expect(changes).toHaveLength(before);
  await draw('Two');
  expect(changes.at(-1)).toMatchObject({ brand: 'Two' });
  await act(() => root.unmount());
  expect(brands()).toEqual([]);
});

test('React’s form stands in its own element, and draws that alone on a server', async () => {
  expect(renderToString(createElement(ReactForm, options))).toBe('<div><div></div></div>');
  expect(brands()).toEqual([]);
  const root = createRoot(place());
  await act(() => root.render(createElement(ReactForm, options)));
  const [{ layout, into } = {} as SignupOptions] = alive;
  expect([layout, place().contains(into as HTMLElement)]).toEqual(['inline', true]);
  await act(() => root.unmount());
});

test('Vue’s composable follows its options, and goes with its component', async () => {
  const brand = shallowRef('One');
  const made: { value?: Signup | undefined }[] = [];
  const app = createApp({
    setup() {
      made.push(useInVue(() => ({ ...options, brand: brand.value })));
      return () => null;
    },
  });
  app.mount(place());
  expect([brands(), !!made[0]?.value]).toEqual([['One'], true]);
  brand.value = 'Two';
  await nextTick();
  expect(changes.at(-1)).toMatchObject({ brand: 'Two' });
  app.unmount();
  expect(brands()).toEqual([]);
});

test('Vue’s form stands in its own element', () => {
  const app = createApp(() => h(VueForm, { options }));
  app.mount(place());
  const [{ layout, into } = {} as SignupOptions] = alive;
  expect([layout, place().contains(into as HTMLElement)]).toEqual(['inline', true]);
  app.unmount();
});

test('Svelte’s action makes a popup or fills its element, follows its options and goes with its element', () => {
  const onSignup = vi.fn();
  const popup = action(place(), { ...options, onSignup });
  const form = action(place(), { ...options, layout: 'inline' });
  expect([...alive].map(({ into }) => into)).toEqual([undefined, place()]);
  expect(onSignup).toHaveBeenCalledOnce();
  form.update({ ...options, layout: 'inline', brand: 'Two' });
  expect(changes).toEqual([expect.objectContaining({ brand: 'Two', into: place() })]);
  popup.destroy();
  form.destroy();
  expect(brands()).toEqual([]);
});
