import { describe, expect, test } from 'vitest';
import { checkOptions } from '../../config/check.ts';
import { fromDataset } from '../../config/dataset.ts';
import { complete } from '../../test/fixtures.ts';
import type { Reason } from '../ask/reasons.ts';
import { type Explanation, explainMemory, sentence, waitingSentence } from '../explain.ts';
import { emptyMemory } from '../memory/memory.ts';
import type { CollectorState } from './collectorState.ts';
import { diagnose, type NoticeFacts } from './diagnose.ts';

const url = 'https://collect.example.com/v1/submissions';

function explained(reason: Reason, change: Partial<Explanation> = {}): Explanation {
  const ask = reason === 'unknown' ? 'email+phone' : 'nothing';
  return {
    sentence: sentence(ask, reason),
    ask,
    reason,
    certainty: 'none',
    evidence: [],
    rows: [],
    keepsClosed: [],
    gate: 'open',
    problems: [],
    missing: [],
    memory: explainMemory(emptyMemory),
    trigger: { waitsFor: ['opens 3 seconds after the decision'], conditions: [] },
    ...change,
  };
}

/** A page on which all is well, but for what is given. */
function factsOf(change: Partial<NoticeFacts> = {}): NoticeFacts {
  return {
    explanation: explained('unknown'),
    problems: [],
    isTag: true,
    tags: 1,
    hasDialogs: true,
    isStorageSaid: true,
    isGateOverdue: false,
    collector: { url, state: { kind: 'answers' } },
    page: { origin: 'https://shop.example.com', path: '/cart' },
    qa: undefined,
    ...change,
  };
}

const well = 'Asks for email and phone number: nobody has said who the visitor is.';
const first = (change: Partial<NoticeFacts>) => diagnose(factsOf(change))[0];
const withCollector = (state: CollectorState, address = url) => first({ collector: { url: address, state } });
const byTag = (attributes: Record<string, string>) => checkOptions(fromDataset({ ...complete, ...attributes }));
const waiting = explained('unknown', { gate: 'waiting', sentence: waitingSentence, keepsClosed: [{ by: 'gate' }] });

test('a signup without mistakes gets the sentence that says what would be asked and why, and nothing to do', () => {
  expect(diagnose(factsOf())).toEqual([{ tone: 'good', says: well }]);
});

test('the collector is not mentioned before it was asked', () => {
  expect(diagnose(factsOf({ collector: { url, state: { kind: 'unasked' } } }))).toEqual([{ tone: 'good', says: well }]);
});

describe('the collector’s address', () => {
  test('is reported as not found', () => {
    expect(withCollector({ kind: 'status', status: 404 })).toEqual({
      tone: 'bad',
      says: 'The collector’s address answers 404 (not found).',
      fix: `Check the address ${url}.`,
    });
  });

  test('is reported as accepting no posts', () => {
    expect(withCollector({ kind: 'status', status: 405 })).toMatchObject({
      says: 'The collector’s address answers 405.',
      fix: `Check the address ${url}.`,
    });
  });

  test.each([401, 403])('is reported as asking for a login: %i', (status) => {
    expect(withCollector({ kind: 'status', status })).toEqual({
      tone: 'bad',
      says: `The collector’s address answers ${status}.`,
      fix: 'Let it accept submissions without a login: browsers send none.',
    });
  });

  test('is reported as a web page', () => {
    expect(withCollector({ kind: 'page' })).toEqual({
      tone: 'bad',
      says: 'The collector’s address answers with a web page, not as a collector does.',
      fix: `Check the address ${url}: it must be the one that accepts submissions.`,
    });
  });

  test('is reported as refusing this site', () => {
    expect(withCollector({ kind: 'refused' })).toEqual({
      tone: 'bad',
      says: expect.stringContaining('does not let this site read its answer (CORS)'),
      fix: expect.stringContaining('let it answer with access-control-allow-origin: https://shop.example.com'),
    });
  });

  test('is reported as unreachable', () => {
    expect(withCollector({ kind: 'unreachable' })).toEqual({
      tone: 'bad',
      says: 'The collector cannot be reached.',
      fix: `Check the address ${url}, and that its server runs.`,
    });
  });

  test.each([
    ['of another site: its origin is to be allowed', url, 'https://collect.example.com'],
    ['a path of this site', '/v1/submissions', 'https://shop.example.com'],
    ['one that cannot be read: it is shown as it is', 'https://', 'https://'],
  ])('is reported as forbidden by the page’s policy, %s', (_whose, address, allowed) => {
    expect(withCollector({ kind: 'blocked' }, address)).toEqual({
      tone: 'bad',
      says: 'This page’s Content-Security-Policy forbids the connection to the collector.',
      fix: `Add ${allowed} to its connect-src.`,
    });
  });
});

describe('the options', () => {
  test('are reported to lack the terms, as an attribute and as an option', () => {
    expect(first({ problems: byTag({ terms: '' }) })).toMatchObject({
      tone: 'bad',
      says: expect.stringContaining('`data-terms` is missing'),
      fix: 'Add data-terms="https://…/terms" to the script tag.',
    });
    const problems = checkOptions({ ...complete, terms: undefined });
    expect(first({ problems, isTag: false })).toMatchObject({
      says: expect.stringContaining('`terms` is missing'),
      fix: "Add terms: 'https://…/terms' to the options.",
    });
  });

  test('are reported to have an unknown one', () => {
    expect(first({ problems: byTag({ storge: 'banner' }) })).toEqual({
      tone: 'bad',
      says: '`data-storge` is no option, so it is not used.',
      fix: 'Was it data-storage?',
    });
  });
});

describe('the permission to store', () => {
  test('is reported as not asked for yet', () => {
    expect(first({ explanation: waiting })).toEqual({
      tone: 'wait',
      says: 'Waits for the cookie banner.',
      fix: 'Answer it to see what is asked.',
    });
  });

  test.each([
    [true, 'HelloAgain'],
    [false, 'signup'],
  ])('is reported as overdue: a tag (%s) is told to call %s', (isTag, api) => {
    expect(first({ explanation: waiting, isGateOverdue: true, isTag })).toEqual({
      tone: 'bad',
      says: 'The cookie banner has not been answered for a while, and until it is nothing is asked.',
      fix: `Let your banner call ${api}.setConsent('granted') or ('denied').`,
    });
  });

  test('is not reported as overdue once it was answered', () => {
    expect(first({ isGateOverdue: true })).toEqual({ tone: 'good', says: well });
  });

  test.each([
    [true, 'Add data-storage="banner" to the script tag, or "allowed" where no permission is needed.'],
    [false, "Add storage: 'banner', or 'allowed' where no permission is needed."],
  ])('is reported as missing from the options (by a tag: %s)', (isTag, fix) => {
    const explanation = explained('unknown', { gate: 'page' });
    expect(first({ explanation, isStorageSaid: false, isTag })).toEqual({
      tone: 'bad',
      says: 'Nobody has said whether this site may store, so nobody is recognised on a second visit.',
      fix,
    });
  });
});

describe('the script tag', () => {
  test.each([
    [2, 'twice'],
    [3, '3 times'],
  ])('is reported when it stands there %i times', (tags, often) => {
    expect(first({ tags })).toEqual({
      tone: 'bad',
      says: `The script tag is on this page ${often}; only the first one counts.`,
      fix: 'Remove the others, or give each its own data-id.',
    });
  });

  test.each([0, 1])('is not reported when it stands there %i times', (tags) => {
    expect(first({ tags }).tone).toBe('good');
  });
});

test('a browser without modal dialogs is reported', () => {
  expect(first({ hasDialogs: false })).toEqual({
    tone: 'bad',
    says: 'This browser cannot show modal dialogs, so the popup stays closed in it.',
    fix: 'Look at the page in a current browser.',
  });
});

describe('what keeps the popup closed without a mistake', () => {
  test.each([
    [true, 'data-target-exclude'],
    [false, 'target.exclude'],
  ])('is reported as targeting, which a tag (%s) changes with %s', (isTag, option) => {
    expect(first({ explanation: explained('not-targeted'), isTag })).toEqual({
      tone: 'wait',
      says: 'This page (/cart) is excluded by targeting.',
      fix: `Look at a product page, or change ${option}.`,
    });
  });

  test('is reported as the quiet period, with its end', () => {
    const until = '2026-03-02T12:00:00.000Z';
    const explanation = explained('dismissed', { sentence: sentence('nothing', 'dismissed', until) });
    expect(first({ explanation })).toEqual({
      tone: 'wait',
      says: 'Asks for nothing: it was closed in this browser and the quiet period lasts, until 2 March 2026.',
      fix: 'Add ?ha=force to the address to see it now.',
    });
  });

  test('is reported as the quiet period in words, where they are known', () => {
    const says = 'closed yesterday, quiet for 29 more days';
    expect(first({ explanation: explained('dismissed', { keepsClosed: [{ by: 'dismissed', says }] }) }).says).toBe(
      `Kept closed in this browser: ${says}.`,
    );
  });

  test('is reported as a condition of the trigger that does not hold', () => {
    const says = 'only for visitors from instagram.com; this one comes from nowhere else';
    const trigger = { waitsFor: [], conditions: [{ name: 'referrer', holds: false, says } as const] };
    expect(first({ explanation: explained('unknown', { trigger }) })).toEqual({
      tone: 'wait',
      says: `Does not open by itself here: ${says}.`,
      fix: 'Add ?ha=force to the address to see it now.',
    });
  });

  test('is reported as a moment that has not come', () => {
    const trigger = {
      waitsFor: ['waits for 50 % of the page to be scrolled', 'waits for a click on .signup'],
      conditions: [],
    };
    expect(first({ explanation: explained('unknown', { trigger }) }).says).toBe(
      'Waits for 50 % of the page to be scrolled, or waits for a click on .signup.',
    );
  });

  test('is reported as the number of times it was shown', () => {
    expect(first({ explanation: explained('frequency-cap') })).toEqual({
      tone: 'wait',
      says: 'Asks for nothing: it has been shown often enough.',
      fix: 'Add ?ha=force to the address to see it now.',
    });
  });

  test('is reported as ?ha=off', () => {
    expect(first({ explanation: explained('paused'), qa: 'off' })).toEqual({
      tone: 'wait',
      says: 'Kept closed by ?ha=off, for this tab.',
      fix: 'Open the page in another tab.',
    });
  });

  test('is reported as a pause, of the page or of the collector', () => {
    expect(first({ explanation: explained('paused') })).toEqual({
      tone: 'wait',
      says: 'Asks for nothing: sign-ups are paused.',
      fix: 'Call resume(), or wait until the collector’s pause is over.',
    });
  });

  test('is reported as the manual trigger', () => {
    const explanation = explained('unknown', { keepsClosed: [{ by: 'manual-trigger' }] });
    expect(first({ explanation })).toEqual({
      tone: 'wait',
      says: 'It opens only when the page calls open().',
      fix: 'Call open() from your own button.',
    });
  });
});

describe('several notes', () => {
  const everything = factsOf({
    explanation: explained('misconfigured', { gate: 'page', keepsClosed: [{ by: 'manual-trigger' }] }),
    problems: byTag({ brand: '', storge: 'banner' }),
    tags: 2,
    hasDialogs: false,
    isStorageSaid: false,
    collector: { url, state: { kind: 'unreachable' } },
  });

  test('are each given once, the most urgent first', () => {
    const notes = diagnose(everything);
    expect(notes.map(({ tone }) => tone)).toEqual(['bad', 'bad', 'bad', 'bad', 'bad', 'bad', 'wait', 'bad']);
    expect(new Set(notes.map(({ says }) => says)).size).toBe(notes.length);
    expect(notes[1]?.says).toContain('`data-brand` is missing');
  });

  test('start with a mistake before what is intended', () => {
    const explanation = explained('not-targeted');
    const notes = diagnose(factsOf({ explanation, collector: { url, state: { kind: 'unreachable' } } }));
    expect(notes.map(({ tone }) => tone)).toEqual(['bad', 'wait', 'good']);
  });

  test('end with the sentence, and each other note has one thing to do', () => {
    const notes = diagnose(everything);
    expect(notes.at(-1)).toEqual({ tone: 'bad', says: everything.explanation.sentence });
    expect(notes.slice(0, -1).every(({ fix }) => fix?.endsWith('.') || fix?.endsWith('?'))).toBe(true);
  });
});
