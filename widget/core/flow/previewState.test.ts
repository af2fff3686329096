import fc from 'fast-check';
import { expect, test } from 'vitest';
import { previewNames } from './previewNames.ts';
import { previewState, readPreview } from './previewState.ts';

test('the address names the state first, then its options', () => {
  expect(readPreview('success,ask=phone,layout=inline,region=ca,locale=fr,theme=warm')).toEqual({
    name: 'success',
    ask: 'phone',
    options: { layout: 'inline', region: 'ca', locale: 'fr', theme: 'warm' },
  });
});

test('a plus in the address may have become a space', () => {
  expect(readPreview('form,ask=email phone').ask).toBe('email+phone');
});

test('unknown values are left out, and an unknown state is the form', () => {
  const odd =
    'constructor,ask=nothing,layout=javascript:x,region=<b>,locale=../x,theme=url(x),collector=https://e.example';
  expect(readPreview(odd)).toMatchObject({ ask: 'email+phone', options: {} });
  const form = previewState(readPreview('form'), 'GB');
  fc.assert(
    fc.property(fc.string(), (text) => {
      const asked = readPreview(text);
      if (!previewNames.includes(asked.name))
        expect(previewState({ ...asked, ask: 'email+phone' }, 'GB')).toEqual(form);
      for (const value of Object.values(asked.options).filter((said) => said !== undefined))
        expect(value).toMatch(/^[\w-]+$/);
    }),
  );
});

test('every name shows a state of its own', () => {
  const states = previewNames.map((name) => JSON.stringify(previewState(readPreview(name), 'GB')));
  expect(new Set(states).size).toBe(previewNames.length);
});
