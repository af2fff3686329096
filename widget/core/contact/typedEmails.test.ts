import { describe, expect, test } from 'vitest';
import { normalizeEmail } from './email.ts';
import { meantEmail } from './emailTypo.ts';
import { takenFor } from './lookAlike.ts';
import rows from './test/typedEmails.json' with { type: 'json' };

/** What a form does with it: the address it sends, `hint`: with "did you mean", `offer`: it is not sent before that is taken. */
function whatBecomesOf(typed: string): unknown {
  const read = normalizeEmail(typed, takenFor);
  const meant = meantEmail(typed);
  if (read.kind === 'ok') return meant ? { hint: meant } : read.email;
  if (meant) return { offer: meant };
  return read.kind === 'unseen' ? 'unseen' : 'refused';
}

const kinds = [...new Set(rows.map(({ kind }) => kind))];

// From reports of people whose addresses were refused or sent with what nobody saw, and siblings of each.
describe.each(kinds)('an address as people type and paste it: %s', (kind) => {
  test.each(rows.filter((row) => row.kind === kind))('$typed', ({ typed, expect: expected }) => {
    expect(whatBecomesOf(typed)).toEqual(expected);
  });
});

test.each(rows)('what is offered in place of $typed is an address that is sent as it stands', ({ typed }) => {
  const meant = meantEmail(typed);
  if (meant === undefined) return;
  expect(normalizeEmail(meant, takenFor)).toEqual({ kind: 'ok', email: meant });
  expect(meantEmail(meant)).toBeUndefined();
});
