import { describe, expect, test } from 'vitest';
import { byLogin, identityOf, inLink } from '../test/evidence.ts';
import { readLookup } from './lookup.ts';

const penny = identityOf([inLink('token-1', { key: 'penny' })]);
const answer = (body: object, about: unknown = ['penny']) => readLookup(JSON.stringify({ ...body, for: about }), penny);

describe('a lookup’s answer', () => {
  test('is read with its states and its masked hint', () => {
    const body = { known: true, email: 'subscribed', sms: 'lost', hint: 'p•••@example.com' } as const;
    expect(answer(body)).toEqual(body);
  });

  test('may say only that nobody is known', () => {
    expect(answer({ known: false })).toEqual({ known: false });
  });

  test('loses unknown states and other personal data', () => {
    const body = { known: true, email: 'lost', sms: 'SUBSCRIBED', phone: '+447700900001', name: 'Penny' };
    expect(answer(body)).toEqual({ known: true });
  });

  test.each(['penny@example.com', 'penny•••@example.com', '•••', 'penn•••@example.com', `p•••@${'x'.repeat(61)}`, 7])(
    'loses a hint that is not masked: %j',
    (hint) => {
      expect(answer({ known: true, hint })).toEqual({ known: true });
    },
  );
});

describe('a lookup’s answer is ignored', () => {
  test.each([
    '',
    'not json',
    'null',
    '[]',
    '"known"',
    '{"known":true}',
    '{"for":["penny"]}',
    '{"known":1,"for":["penny"]}',
  ])('when it has another shape: %s', (text) => {
    expect(readLookup(text, penny)).toBeUndefined();
  });

  test.each([[['rosa']], [[]], ['penny'], [null]])('when it is about somebody else: %j', (about) => {
    expect(answer({ known: true }, about)).toBeUndefined();
  });

  test('when it is about a part of the identity alone', () => {
    const both = identityOf([byLogin('email', 'penny@example.com'), byLogin('phone', '+447700900001')]);
    const text = JSON.stringify({ known: true, for: ['penny@example.com'] });
    expect(readLookup(text, both)).toBeUndefined();
  });

  test.each([[[]], [['penny']]])('when nobody was asked about: %j', (about) => {
    expect(readLookup(JSON.stringify({ known: true, for: about }), identityOf([]))).toBeUndefined();
  });

  test('when it is inherited from a prototype', () => {
    expect(readLookup('{"__proto__":{"known":true},"for":["penny"]}', penny)).toBeUndefined();
  });
});

test('an answer still holds for a new token of the same person', () => {
  const later = identityOf([inLink('token-2', { key: 'penny' })]);
  expect(readLookup('{"known":true,"for":["penny"]}', later)).toEqual({ known: true });
});
