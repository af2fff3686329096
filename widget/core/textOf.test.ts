import { expect, it } from 'vitest';
import { normalize } from '../config/normalize.ts';
import { readPopupOptions } from '../popup/readPopupOptions.ts';
import { readSendingOptions } from '../sending/readSendingOptions.ts';
import { readSetupOptions } from '../setup/readSetupOptions.ts';
import { readAnswer } from './submission/readAnswer.ts';

const odd: unknown[] = [{ toString: 1 }, Object.create(null), [Symbol.iterator], [{ toString: 1 }]];

it.each(odd)('an option or an answer that is no text, and cannot be made one, threw: case %#', (value) => {
  const settings = normalize({ to: value, smsCountries: value, into: value, keepParameters: value }, 'shop.example');
  readSetupOptions(settings as never);
  readSendingOptions(settings as never);
  readPopupOptions(settings as never);
  const answer = { status: 200, retryAfter: null, body: { outcome: 'linked', identity: value } };
  expect(readAnswer(answer, 0)).toMatchObject({ kind: 'taken' });
});
