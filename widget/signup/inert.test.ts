import { expect, test } from 'vitest';
import { inertSignup } from './inert.ts';

test('on a server a signup asks for nothing, and every method does nothing', async () => {
  const signup = inertSignup();
  const nothing = { ask: 'nothing', reason: 'paused', certainty: 'none' };
  expect(await signup.ready).toEqual(nothing);
  signup.identify({ email: 'penny@example.com' });
  signup.setConsent('granted');
  signup.open();
  const watch = signup.watchCheckout({ phone: '#phone', slot: '#slot' });
  watch.commit();
  watch();
  signup.on('decide', () => {})();
  signup.destroy();
  expect(signup.decide()).toEqual(nothing);
});

test('its explanation has every part that a page’s has', async () => {
  expect(await inertSignup().explain()).toEqual({
    sentence: 'Asks for nothing: there is no page to ask on.',
    ask: 'nothing',
    reason: 'paused',
    certainty: 'none',
    evidence: [],
    rows: [],
    keepsClosed: [],
    gate: 'page',
    problems: [],
    missing: [],
    trigger: { conditions: [], waitsFor: [] },
    memory: {
      seen: { identifiers: [], refused: 0, shown: 0 },
      acknowledged: { identifiers: [], consents: [], subscribed: {} },
    },
  });
});

test('its explanation says what keeps it from asking', async () => {
  expect((await inertSignup('browser').explain()).sentence).toBe('Asks for nothing: the browser is too old.');
});
