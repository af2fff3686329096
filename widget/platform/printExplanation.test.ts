import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Explanation } from '../core/explain.ts';
import { printExplanation } from './printExplanation.ts';

const printed: string[] = [];
const tables: unknown[] = [];

beforeEach(() => {
  printed.length = 0;
  tables.length = 0;
  vi.spyOn(console, 'info').mockImplementation((line) => void printed.push(line));
  vi.spyOn(console, 'warn').mockImplementation((line) => void printed.push(`warning: ${line}`));
  vi.spyOn(console, 'table').mockImplementation((rows) => void tables.push(rows));
});

afterEach(() => vi.restoreAllMocks());

const stranger: Explanation = {
  sentence: 'Asks for email and phone number: nobody has said who the visitor is.',
  ask: 'email+phone',
  reason: 'unknown',
  certainty: 'none',
  evidence: [],
  rows: [
    { reason: 'paused', ask: 'nothing', fits: false },
    { reason: 'unknown', ask: 'email+phone', fits: true },
    { reason: 'unlinkable', ask: 'email+phone', fits: true },
  ],
  keepsClosed: [],
  trigger: { waitsFor: [], conditions: [] },
  gate: 'open',
  problems: [],
  missing: [],
  memory: {
    seen: { identifiers: [], refused: 0, shown: 0 },
    acknowledged: { identifiers: [], consents: [], subscribed: {} },
  },
};

test('the sentence is printed first, then the deciding row', () => {
  printExplanation(stranger);
  expect(printed).toEqual([`hello-again: ${stranger.sentence}`, 'Row 2 of 3 decides: unknown.']);
});

describe('the printed table', () => {
  test('has a line for each piece of evidence: where it was seen, what it is worth, whether it was used', () => {
    const seen = { field: 'profile', observedAt: '2026-01-31T12:00:00.000Z' } as const;
    printExplanation({
      ...stranger,
      evidence: [
        { ...seen, issuer: 'own', source: 'link', strength: 'token', claim: 'link' },
        { ...seen, issuer: 'news', source: 'cookie', strength: 'guessable', claim: 'cookie:news', why: 'untrusted' },
      ],
    });
    expect(tables).toEqual([
      [
        { seen: 'link: profile of own', worth: 'token', used: 'yes' },
        { seen: 'cookie: profile of news', worth: 'guessable', used: 'no, untrusted' },
      ],
    ]);
  });

  test('says that there is no evidence, where there is none', () => {
    printExplanation(stranger);
    expect(tables).toEqual([[{ seen: 'nothing that names anybody', worth: '', used: '' }]]);
  });
});

test('what keeps the popup closed is printed, with its end where it has one, and mistakes as a warning', () => {
  printExplanation({
    ...stranger,
    keepsClosed: [
      { by: 'manual-trigger' },
      { by: 'dismissed', until: '2026-03-02T12:00:00.000Z', says: 'closed today' },
    ],
    problems: ['hello-again: option `brand` is missing; expected a text'],
  });
  expect(printed.slice(2)).toEqual([
    'Kept closed by manual-trigger.',
    'Kept closed by dismissed until 2026-03-02T12:00:00.000Z: closed today.',
    'warning: hello-again: option `brand` is missing; expected a text',
  ]);
});

test('no row is named without a table of rows, as on a server', () => {
  printExplanation({ ...stranger, rows: [] });
  expect(printed).toEqual([`hello-again: ${stranger.sentence}`]);
});
