import { describe, expect, test } from 'vitest';
import { people } from '../server/seed.ts';
import { closedWords, decidedWords, openingWords, pretendNumber, sentWords, takenNumber } from './guideWords.ts';

test('the tour offers a number that nobody has, from Ofcom’s range for drama', () => {
  expect(pretendNumber.replace(/\s/g, '')).toMatch(/^07700900\d{3}$/);
  expect(openingWords[1]).toContain(pretendNumber);
});

test('the tour’s number that needs a code belongs to somebody with an email', () => {
  expect(takenNumber.replace(/\s/g, '').replace(/^0/, '+44')).toBe(people.ade.number);
});

describe('the guide says what was decided in one sentence', () => {
  test.each(['known-needs-phone', 'known-needs-email', 'shared-link', 'disputed', 'unknown', 'dismissed'])(
    'for the reason %s',
    (reason) => {
      expect(decidedWords(reason)).toMatch(/^[A-Z“].*\.$/u);
    },
  );

  test('for a reason that it does not know', () => {
    expect(decidedWords('something-new')).toMatch(/decided/);
  });
});

test('the guide does not call a number linked that waits for its code', () => {
  expect(sentWords('known-needs-phone', 'pending')).toMatch(/waits/);
  expect(sentWords('known-needs-phone', 'proven')).toMatch(/moved/);
  expect(sentWords('known-needs-phone', 'linked')).toMatch(/one profile/);
  expect(sentWords('unknown', 'accepted')).toMatch(/one profile/);
});

test('the guide says only of an accepted link that it is remembered', () => {
  expect(closedWords('known-needs-phone')).toMatch(/remembers the link/);
  for (const reason of ['unknown', 'shared-link', 'disputed', 'not-you']) {
    expect(closedWords(reason)).not.toMatch(/remembers the link/);
  }
});
