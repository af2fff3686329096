import { expect, test } from 'vitest';
import { foldText } from './foldText.ts';

const text = 'Text me offers. Reply STOP to end.';

test.each([
  ['line breaks', 'Text me\n  offers.\r\nReply STOP\n\nto end.'],
  ['tabs', '\tText me offers.\t\tReply STOP to end.\t'],
  ['no-break and thin spaces', 'Text\u00a0me\u2009offers. Reply\u202fSTOP to end.'],
  ['nothing to fold', text],
])('layout does not change the folded text: %s', (_how, laidOut) => {
  expect(foldText(laidOut)).toBe(text);
});

test('a changed letter, sign or case changes the folded text', () => {
  const others = [
    'Text me offers. Reply STOP to end',
    'text me offers. Reply STOP to end.',
    'Textme offers. Reply STOP to end.',
  ];
  for (const other of others) expect(foldText(other)).not.toBe(foldText(text));
});
