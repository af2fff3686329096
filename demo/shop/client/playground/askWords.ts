import type { Ask } from '../../playground/rules.ts';

/** What is asked for, in words. */
export const askWords: Readonly<Record<Ask, string>> = {
  phone: 'the number',
  email: 'the email',
  'email+phone': 'email and number',
  consent: 'consent to texts, for a number on file',
  nothing: 'nothing',
};
