import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeEmail } from './email.ts';
import { takenFor } from './lookAlike.ts';

const longest = `${'a'.repeat(64)}@${`${'b'.repeat(60)}.`.repeat(3)}${'c'.repeat(3)}.co`;

test('a domain beyond ASCII is not possible before it is known what it may be taken for', () => {
  expect(normalizeEmail('penny@bücher.example')).toEqual({ kind: 'impossible' });
  expect(normalizeEmail('penny@example。com')).toEqual({ kind: 'ok', email: 'penny@example.com' });
  expect(normalizeEmail('пенни@example.com')).toEqual({ kind: 'ok', email: 'пенни@example.com' });
});

test('half of a character is one that nobody can see', () => {
  expect(normalizeEmail('pen\ud800ny@example.com')).toEqual({ kind: 'unseen' });
});

describe('a typed email', () => {
  test.each([
    ['stays as it is when it is right', 'penny@example.com', 'penny@example.com'],
    ['loses white space around it', '  penny@example.com\n', 'penny@example.com'],
    ['loses zero-width characters', 'pen\u2060ny\u200b@example.com\ufeff', 'penny@example.com'],
    ['loses a no-break space', 'penny@example.com\u00a0', 'penny@example.com'],
    ['gets its domain in lower case, its local part as typed', 'Penny.P@Example.COM', 'Penny.P@example.com'],
    ['keeps plus and dots of the local part', 'p.e.n+shop@example.com', 'p.e.n+shop@example.com'],
    ['gets an ASCII at sign and dots for full-width ones', 'penny＠example．com', 'penny@example.com'],
    ['gets an ASCII dot for an ideographic one', 'penny@example。com', 'penny@example.com'],
    ['gets an international domain in ASCII', 'penny@bücher.example', 'penny@xn--bcher-kva.example'],
    ['may have letters of any alphabet before the at sign', 'пенни@example.com', 'пенни@example.com'],
    ['may have an apostrophe', "o'penny@example.com", "o'penny@example.com"],
    ['may be of a subdomain', 'penny@mail.example.co.uk', 'penny@mail.example.co.uk'],
    ['may have a local part of 64 characters', `${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
    ['may be 254 characters long', longest, longest],
  ])('%s', (_what, text, email) => {
    expect(normalizeEmail(text, takenFor)).toEqual({ kind: 'ok', email });
  });

  test.each(['', '   ', '\u200b\ufeff'])('is empty when it has no visible characters: %j', (text) => {
    expect(normalizeEmail(text, takenFor)).toEqual({ kind: 'empty' });
  });

  test.each([
    'penny',
    '@example.com',
    'penny@',
    'penny@example',
    'penny@example.c',
    'penny@.com',
    'penny@example..com',
    'penny@@example.com',
    'penny@rosa@example.com',
    '.penny@example.com',
    'penny.@example.com',
    'pen..ny@example.com',
    'penny@example.com,rosa@example.com',
    '"penny"@example.com',
    'penny@192.0.2.1',
    'penny@0x7f.0x11',
    'penny@[192.0.2.1]',
    'penny@example.com:25',
    'penny@example.com/inbox',
    'penny@example.com?subject=hi',
    'penny@user:word@example.com',
    'penny@exam%70le.com',
    'penny@exa_mple.com',
    `${'a'.repeat(65)}@example.com`,
    longest.replace('.co', '.com'),
  ])('is invalid: %s', (text) => {
    expect(normalizeEmail(text, takenFor)).toEqual({ kind: 'impossible' });
  });

  test('does not change when it is normalised again', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (text) => {
        const once = normalizeEmail(text, takenFor);
        if (once.kind === 'ok') expect(normalizeEmail(once.email, takenFor)).toEqual(once);
        else expect(once.kind).toBe('impossible');
      }),
    );
  });

  test('never throws, and has one at sign and an ASCII domain when it is accepted', () => {
    const parts = fc.array(fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('@', '.', 'example.com', '＠', '[')));
    fc.assert(
      fc.property(parts, (pieces) => {
        const result = normalizeEmail(pieces.join(''), takenFor);
        if (result.kind === 'ok') expect(result.email).toMatch(/^[^\s@]+@[a-z0-9.-]+$/);
        else expect(['empty', 'impossible']).toContain(result.kind);
      }),
    );
  });
});
