import { expect, it } from 'vitest';
import { scenarios } from '../../compare/scenarios.ts';
import { answerTo, askedWords } from './perform.ts';

it('says what a popup asks for in its own words', () => {
  expect(askedWords(['Mobile number'], '')).toBe('Asked: mobile number');
  expect(askedWords(['Email', 'Mobile number (optional)'], 'News and offers.')).toBe('Asked: email and mobile number');
  expect(askedWords(['Mobile number'], 'For p•••@example.com. Not you?')).toBe('Asked p•••@example.com: mobile number');
  expect(askedWords([], '')).toBe('Asked for nothing');
});

it('answers a field as the person it is', () => {
  const { who } = scenarios[0];
  expect(answerTo('Email address', who)).toBe(who.email);
  expect(answerTo('Mobile number (optional)', who)).toBe(who.written);
});
