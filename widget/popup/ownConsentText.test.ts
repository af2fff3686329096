import { afterEach, beforeEach, describe, expect, type MockInstance, test, vi } from 'vitest';
import { ownConsentText } from './ownConsentText.ts';

const complete = {
  version: 'ours-3',
  sms: 'Text me offers from {brand}.',
  smsNamed: 'Text me offers from {brand} at {number}.',
  smsPrint: '{frequency}. Reply STOP. {terms} · {privacy}',
  email: 'Email me offers from {brand}.',
  emailPrint: 'Stop any time. {privacy}',
  terms: 'Terms',
  privacy: 'Privacy',
};

let warn: MockInstance;
beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

test('a complete text is shown as it was written', () => {
  expect(ownConsentText({ ...complete, note: 'for us' }, 'en-IE', 'eu')).toEqual({
    ...complete,
    locale: 'en-IE',
    emailMethod: 'checkbox',
  });
  expect(warn).not.toHaveBeenCalled();
});

describe('an incomplete text is not used', () => {
  test.each(Object.keys(complete))('without %s, or with nothing in it', (name) => {
    for (const given of [undefined, '', '  ', 7]) {
      expect(ownConsentText({ ...complete, [name]: given }, 'en', 'eu')).toBe(undefined);
      expect(warn).toHaveBeenLastCalledWith(`hello-again: wording.en is not used: ${name} is missing`);
    }
  });

  test.each([
    ['sms', { sms: 'Text me.' }, 'sms and smsPrint have no {brand}'],
    ['smsNamed', { smsNamed: 'Text me at {number}.' }, 'smsNamed and smsPrint have no {brand}'],
    ['smsNamed', { smsNamed: 'Text me, {brand}.' }, 'smsNamed and smsPrint have no {number}'],
    ['smsPrint', { smsPrint: '{privacy}' }, 'sms and smsPrint have no {terms}'],
    ['smsPrint', { smsPrint: '{terms}' }, 'sms and smsPrint have no {privacy}'],
    ['email', { email: 'Email me.' }, 'email and emailPrint have no {brand}'],
    ['emailPrint', { emailPrint: 'Stop any time.' }, 'email and emailPrint have no {privacy}'],
    ['sms', { sms: 'Text {brand} to {number}.' }, '{number} is for smsNamed alone, not for sms'],
    ['email', { email: 'Email me, {brnad}.' }, 'email has {brnad}, which nothing fills'],
  ])('with a %s that lacks something needed or has something forbidden', (_name, change, problem) => {
    expect(ownConsentText({ ...complete, ...change }, 'en', 'eu')).toBe(undefined);
    expect(warn).toHaveBeenLastCalledWith(`hello-again: wording.en is not used: ${problem}`);
  });

  test('in Canada without the sender', () => {
    expect(ownConsentText(complete, 'en', 'ca')).toBe(undefined);
    const named = { ...complete, smsPrint: `${complete.smsPrint} {sender}`, emailPrint: '{sender} {privacy}' };
    expect(ownConsentText(named, 'en', 'ca')).toMatchObject({ version: 'ours-3' });
    expect(ownConsentText({ ...named, emailPrint: '{privacy}' }, 'en', 'ca')).toBe(undefined);
  });
});

test.each([
  ['us', 'submit'],
  ['ca', 'checkbox'],
  ['strict', 'checkbox'],
] as const)('email consent in %s is given by %s', (region, method) => {
  const named = { ...complete, smsPrint: `${complete.smsPrint} {sender}`, emailPrint: '{sender} {privacy}' };
  expect(ownConsentText(named, 'en', region)?.emailMethod).toBe(method);
});
