import { expect, it } from 'vitest';
import { scenarios } from '../../compare/scenarios.ts';
import { answerTo, askedWords } from './perform.ts';

it('the description names what a popup asks for in the popup’s own words', () => {
  expect(askedWords(['Mobile number'], '')).toBe('Asked: mobile number');
  expect(askedWords(['Email', 'Mobile number (optional)'], 'News and offers.')).toBe('Asked: email and mobile number');
  expect(askedWords(['Mobile number'], 'For p•••@example.com. Not you?')).toBe('Asked p•••@example.com: mobile number');
  expect(askedWords([], '')).toBe('Asked for nothing');
});

it('a field is filled in as the person of the scenario would', () => {
  const { who } = scenarios[0];
  expect(answerTo('Email address', who)).toBe(who.email);
  expect(answerTo('Mobile number (optional)', who)).toBe(who.written);
});
