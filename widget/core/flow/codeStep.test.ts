import { describe, expect, test } from 'vitest';
import { type CodeProblem, digitsOf, openingCode, reduceCode } from './codeStep.ts';

const now = 1_000_000;
const opened = openingCode(now, now + 30_000);

test('the step opens empty, and a new code has to be waited for', () => {
  expect(opened).toEqual({ code: '', isSending: false, resendAt: now + 30_000, resendIn: 30, isResent: false });
});

describe('a typed code', () => {
  test('stays as typed, and clears the problem', () => {
    const wrong = reduceCode(opened, { type: 'refused', problem: 'wrong' });
    const typed = reduceCode(wrong, { type: 'typed', text: '12 3' });
    expect(typed.code).toBe('12 3');
    expect(typed).not.toHaveProperty('problem');
  });

  test.each([
    ['123456', '123456'],
    ['123 456', '123456'],
    ['\u200e123-456\u00a0', '123456'],
    ['Your code is 123456.', '123456'],
    ['١٢٣٤٥٦', '123456'],
    ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
    ['१२३ ४५६', '123456'],
    ['１２３４５６', '123456'],
    ['𝟘𝟙𝟚𝟛𝟫', '01239'],
    ['½ Ⅳ 五', ''],
    ['', ''],
  ])('%s is read as %s', (text, digits) => {
    expect(digitsOf(text)).toBe(digits);
  });

  test('may use every digit that Unicode knows', () => {
    const all = Array.from({ length: 0x20000 }, (_, at) =>
      at >= 0xd800 && at < 0xe000 ? '' : String.fromCodePoint(at),
    )
      .join('')
      .match(/\p{Nd}/gu);
    expect(all?.length).toBeGreaterThan(600);
    expect(digitsOf((all ?? []).join(''))).toMatch(/^(0123456789)+$/);
  });
});

describe('an answer to a code', () => {
  test.each<CodeProblem>(['empty', 'wrong', 'expired', 'exhausted', 'unreachable'])(
    'of the kind %s is shown, and what was typed stays',
    (problem) => {
      const sending = reduceCode(reduceCode(opened, { type: 'typed', text: '000000' }), { type: 'sending' });
      expect(sending).toMatchObject({ isSending: true });
      const refused = reduceCode(sending, { type: 'refused', problem });
      expect(refused).toMatchObject({ code: '000000', problem, isSending: false });
    },
  );

  test('that a new code was sent is shown, empties the field, clears the old problem and starts the countdown', () => {
    const refused = reduceCode({ ...opened, code: '1' }, { type: 'refused', problem: 'exhausted' });
    const resent = reduceCode(refused, { type: 'resent', now: now + 40_000, resendAt: now + 70_000 });
    expect(resent).toEqual({ ...opened, resendAt: now + 70_000, isResent: true });
    expect(reduceCode(resent, { type: 'sending' })).toMatchObject({ isResent: false });
  });

  test('that it is too early changes only the countdown', () => {
    const typed = reduceCode(opened, { type: 'typed', text: '12' });
    const later = reduceCode(typed, { type: 'tooEarly', now, resendAt: now + 90_500 });
    expect(later).toEqual({ ...typed, resendAt: now + 90_500, resendIn: 91 });
  });
});

test('the countdown ends at zero, and changes nothing else', () => {
  const wrong = reduceCode(opened, { type: 'refused', problem: 'wrong' });
  expect(reduceCode(wrong, { type: 'tick', now: now + 28_500 })).toEqual({ ...wrong, resendIn: 2 });
  expect(reduceCode(wrong, { type: 'tick', now: now + 300_000 })).toEqual({ ...wrong, resendIn: 0 });
});
