import { describe, expect, test } from 'vitest';
import { people } from '../server/seed.ts';
import {
  closedWords,
  decidedWords,
  openingWords,
  pretendNumber,
  readNote,
  sentWords,
  takenNumber,
} from './guideWords.ts';

test('the tour offers a number that is nobody’s: Ofcom’s range for drama', () => {
  expect(pretendNumber.replace(/\s/g, '')).toMatch(/^07700900\d{3}$/);
  expect(openingWords[1]).toContain(pretendNumber);
});

test('the number that needs a code is that of somebody with an email', () => {
  expect(takenNumber.replace(/\s/g, '').replace(/^0/, '+44')).toBe(people.ade.number);
});

describe('what was decided is said in one sentence', () => {
  test.each(['known-needs-phone', 'known-needs-email', 'shared-link', 'disputed', 'unknown', 'dismissed'])(
    '%s',
    (reason) => {
      expect(decidedWords(reason)).toMatch(/^[A-Z“].*\.$/u);
    },
  );

  test('also for a reason that is news to the guide', () => {
    expect(decidedWords('something-new')).toMatch(/decided/);
  });
});

test('a number that waits for its code is not called linked', () => {
  expect(sentWords('known-needs-phone', 'pending')).toMatch(/waits/);
  expect(sentWords('known-needs-phone', 'proven')).toMatch(/moved/);
  expect(sentWords('known-needs-phone', 'linked')).toMatch(/one profile/);
  expect(sentWords('unknown', 'accepted')).toMatch(/one profile/);
});

test.each([null, '', '{', '7', '{"reason":1}', '{"reason":"unknown"}'])('%j is no note', (text) => {
  expect(readNote(text)).toBeUndefined();
});

test('a note is read back as it was written', () => {
  const note = { reason: 'known-needs-phone', outcome: 'linked' };
  expect(readNote(JSON.stringify(note))).toEqual(note);
});

test('only a link that was believed is said to be remembered', () => {
  expect(closedWords('known-needs-phone')).toMatch(/remembers the link/);
  for (const reason of ['unknown', 'shared-link', 'disputed', 'not-you']) {
    expect(closedWords(reason)).not.toMatch(/remembers the link/);
  }
});
