import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../scripts/sample.ts';
import { countedOf } from './counts.ts';

test.each([
  ['open', {}, 'shown'],
  ['holdout', {}, 'heldOut'],
  ['close', { reason: 'escape' }, 'closed'],
  ['submit', { id: '1' }, 'submitted'],
  ['sent', { outcome: 'linked' }, 'linked'],
  ['sent', { outcome: 'jo@example.com' }, 'unknown'],
  ['decide', {}, undefined],
  ['toString', {}, undefined],
])('the event %s with %o counts as the right thing', (name, detail, counted) => {
  expect(countedOf({ name, detail })).toBe(counted);
});

test('nothing that an event says gets into the counts', () => {
  const words = /^(shown|heldOut|closed|submitted|linked|accepted|pending|unknown|waiting|failed)$/;
  const event = fc.record({ name: fc.string(), detail: fc.object() });
  const sent = fc.record({
    name: fc.constant('sent'),
    detail: fc.record({ outcome: fc.anything(), email: fc.string() }),
  });
  fc.assert(
    fc.property(fc.oneof(event, sent), (heard) => {
      expect(countedOf(heard) ?? 'unknown').toMatch(words);
    }),
    { numRuns: runs(10_000) },
  );
});
