import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SignupOptions } from '../config/options.ts';
import { complete } from '../test/fixtures.ts';
import type { TagSignup } from './api.ts';
import { createHandle } from './handle.ts';
import type { Maker, Shared } from './shared.ts';

/** A signup that writes down what is asked of it. */
interface Fake extends TagSignup {
  readonly options: SignupOptions;
  readonly said: string[];
  readonly listeners: Set<readonly [name: string, listener: (detail: unknown) => void]>;
  isAlive: boolean;
}

let all: Map<string, Shared>;
let made: Fake[];
let isOpen: boolean;
let maker: Maker;
let released: string[];

beforeEach(() => {
  all = new Map();
  made = [];
  isOpen = false;
  released = [];
  vi.stubGlobal('document', { activeElement: null });
  maker = {
    compose: (options) => fake(options),
    registry: {
      get runtime() {
        return isOpen ? { openSignup: 'default' } : {};
      },
    },
    release: () => void released.push('all'),
  };
});

afterEach(() => vi.unstubAllGlobals());

function fake(options: SignupOptions): Fake {
  const said: string[] = [];
  const listeners: Fake['listeners'] = new Set();
  const note = (name: string) => () => void said.push(name);
  const signup: Fake = {
    options,
    said,
    listeners,
    isAlive: true,
    ready: Promise.resolve({ ask: 'email+phone', reason: 'unknown', certainty: 'none' }),
    decide: () => ({ ask: 'email+phone', reason: 'unknown', certainty: 'none' }),
    explain: () => Promise.reject(new Error('not asked for')),
    identify: note('identify'),
    setConsent: note('setConsent'),
    open: note('open'),
    close: note('close'),
    forget: note('forget'),
    pause: note('pause'),
    resume: note('resume'),
    watchCheckout() {
      said.push('watch');
      return Object.assign(note('unwatch'), { commit: note('commit') });
    },
    on(name, listener) {
      const heard = [name, listener as (detail: unknown) => void] as const;
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    destroy() {
      signup.isAlive = false;
      listeners.clear();
    },
  };
  made.push(signup);
  return signup;
}

const handle = (options: object = {}) => createHandle(all, { ...complete, ...options } as SignupOptions, maker);
const alive = () => made.filter((signup) => signup.isAlive).map(({ options }) => options.brand);
const emit = (name: string, detail: unknown = {}) => {
  for (const [heard, listener] of [...(made.at(-1)?.listeners ?? [])]) if (heard === name) listener(detail);
};
const renewed = (brand: string) => vi.waitFor(() => expect(alive()).toEqual([brand]));

test('a signup that is destroyed and made again, as StrictMode does, is alive once', () => {
  handle().destroy();
  handle();
  expect(alive()).toEqual([complete.brand]);
});

test('the next page’s signup outlives the last page’s, which is destroyed after it was made', async () => {
  const before = handle({ brand: 'Before' });
  const after = handle({ brand: 'After' });
  before.destroy();
  await renewed('After');
  after.destroy();
  expect([alive(), all.size, released]).toEqual([[], 0, ['all']]);
});

test('the newest options win, and the former come back when the newer handle is destroyed', async () => {
  handle({ brand: 'Page' });
  const dialog = handle({ brand: 'Dialog' });
  await renewed('Dialog');
  dialog.destroy();
  await renewed('Page');
});

test('the same options make no second signup', async () => {
  const beforeSubmit = () => undefined;
  handle({ beforeSubmit });
  handle({ beforeSubmit }).update({ locale: undefined });
  handle({ beforeSubmit: () => undefined });
  await vi.waitFor(() => expect(made).toHaveLength(2));
  expect(alive()).toHaveLength(1);
});

test('update() changes the options named and leaves the others, the id too', async () => {
  const own = handle({ locale: 'de' });
  own.update({ brand: 'Newer', id: 'another' });
  await renewed('Newer');
  expect(made.at(-1)?.options).toMatchObject({ locale: 'de', id: 'default', brand: 'Newer' });
});

test('a popup that is open stays as it is, and the change counts once it is closed', async () => {
  const own = handle();
  isOpen = true;
  own.update({ brand: 'Newer' });
  await vi.waitFor(() => expect([...(made[0]?.listeners ?? [])].map(([name]) => name)).toContain('close'));
  expect(alive()).toEqual([complete.brand]);
  isOpen = false;
  emit('close');
  await renewed('Newer');
});

test('listeners, watched checkouts, pauses and `ready` go over to the signup that takes the place', async () => {
  const heard: string[] = [];
  const own = handle();
  own.on('sent', () => heard.push('sent'));
  const unheard = own.on('open', () => heard.push('open'));
  const watch = own.watchCheckout({ phone: '#phone', slot: '#slot' });
  own.pause();
  own.update({ brand: 'Newer' });
  await renewed('Newer');
  unheard();
  emit('sent');
  emit('open');
  watch.commit();
  watch();
  expect(heard).toEqual(['sent']);
  expect(made.at(-1)?.said).toEqual(['pause', 'watch', 'commit', 'unwatch']);
  expect(await own.ready).toMatchObject({ reason: 'unknown' });
});

test('a destroyed handle hears nothing, does nothing, and still answers', () => {
  const heard: string[] = [];
  const [gone, other] = [handle(), handle()];
  gone.on('sent', () => heard.push('gone'));
  other.on('sent', () => heard.push('other'));
  gone.destroy();
  gone.destroy();
  gone.open();
  gone.setConsent('granted');
  gone.update({ brand: 'Newer' });
  gone.on('sent', () => heard.push('late'));
  gone.watchCheckout({ phone: '#phone', slot: '#slot' }).commit();
  emit('sent');
  expect([heard, made[0]?.said, alive()]).toEqual([['other'], [], [complete.brand]]);
  expect(gone.decide()).toMatchObject({ reason: 'unknown' });
});

test('the script tag’s own signup is neither changed nor destroyed by a module', async () => {
  const tags = fake({ ...complete, brand: 'Tag' } as SignupOptions);
  maker = { compose: () => tags, isTags: (signup) => signup === tags };
  const own = handle();
  own.update({ brand: 'Newer' });
  own.destroy();
  await Promise.resolve();
  expect(alive()).toEqual(['Tag']);
});
