import { describe, expect, test } from 'vitest';
import { toldScripts } from './toldScripts.ts';

const email = 'penny@example.com';

/** A script's object that writes down how it is called. */
function scriptWith(...methods: string[]) {
  const calls: unknown[] = [];
  const script = Object.fromEntries(
    methods.map((name) => [
      name,
      function (this: unknown, ...given: unknown[]) {
        calls.push([name, this === script, ...given]);
      },
    ]),
  );
  return { script, calls };
}

describe('Klaviyo is told the email', () => {
  test('through its object', () => {
    const { script, calls } = scriptWith('identify', 'push');
    const older = scriptWith('push');
    toldScripts.klaviyo({ klaviyo: script, _learnq: older.script }, email);
    expect([calls, older.calls]).toEqual([[['identify', true, { email }]], []]);
  });

  test('through the queue that waits for it', () => {
    const { script, calls } = scriptWith('push');
    toldScripts.klaviyo({ klaviyo: script }, email);
    expect(calls).toEqual([['push', true, ['identify', { email }]]]);
  });

  test('through the queue of its older script', () => {
    const queue: unknown[] = [];
    toldScripts.klaviyo({ _learnq: queue }, email);
    expect(queue).toEqual([['identify', { $email: email }]]);
  });
});

test('Segment is told a trait, and no user id', () => {
  const { script, calls } = scriptWith('identify');
  toldScripts.segment({ analytics: script }, email);
  expect(calls).toEqual([['identify', true, { email }]]);
});

test('HubSpot is told the email, and sends it with a page view', () => {
  const queue: unknown[] = [];
  toldScripts.hubspot({ _hsq: queue }, email);
  expect(queue).toEqual([['identify', { email }], ['trackPageView']]);
});

test.each(Object.keys(toldScripts))('%s that is missing or something else is left alone', (name) => {
  const tell = toldScripts[name as keyof typeof toldScripts];
  for (const thing of [undefined, null, 'x', 7, {}, { identify: true, push: 1 }]) {
    tell({ klaviyo: thing, _learnq: thing, analytics: thing, _hsq: thing }, email);
  }
});

test('a promise that a script rejects breaks nothing', async () => {
  toldScripts.klaviyo({ klaviyo: { identify: () => Promise.reject(new Error('blocked')) } }, email);
  // An unhandled rejection would fail this run.
  await new Promise((done) => setImmediate(done));
});
