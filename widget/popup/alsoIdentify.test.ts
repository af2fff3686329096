import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Submission } from '../core/submission/submission.gen.ts';
import { toldId } from '../core/submission/toldId.ts';
import { noteLast } from '../sending/noteLast.ts';
import { createEmitter } from '../signup/events.ts';
import type { StorageConsent } from '../signup/page.ts';
import type { SignupContext } from '../signup/session.ts';
import { email, evidenceOf, idOf, phone, runtimeOf, sessionOf, settingsOf, submissionOf } from '../test/fixtures.ts';
import { MemoryPlatform } from '../test/memoryPlatform.ts';
import { alsoIdentify } from './alsoIdentify.ts';

let queue: unknown[];
let reported: unknown[];

beforeEach(() => {
  queue = [];
  reported = [];
  vi.stubGlobal('window', { _hsq: queue, _learnq: queue });
  vi.stubGlobal('reportError', (error: unknown) => reported.push(error));
});
afterEach(() => vi.unstubAllGlobals());

interface About {
  readonly options?: object;
  readonly permission?: StorageConsent;
  readonly qa?: SignupContext['qa'];
}

/** A signup whose popup is open; `persons`: what a function of the owner's was told. */
function openPopup({ options = {}, permission = 'open', qa }: About = {}) {
  const persons: unknown[] = [];
  const settings = settingsOf({ alsoIdentify: [(person: unknown) => persons.push(person)], ...options });
  const context = sessionOf({
    settings,
    runtime: runtimeOf(new MemoryPlatform(), permission),
    events: createEmitter(() => {}),
    undos: [],
    qa,
  });
  alsoIdentify(context);
  return { context, persons };
}

/** What pressing the button does once the collector has answered, in its order. */
function sent(context: SignupContext, about: Partial<Submission>): void {
  const submission = submissionOf(about);
  noteLast(context, submission, { kind: 'taken', receipt: { outcome: 'accepted' } });
  context.events.emit('sent', { id: toldId(submission.id), outcome: 'accepted' });
}

const typed: Partial<Submission> = { contact: { email, phone } };

describe('a typed email that the collector has accepted', () => {
  test('is passed on by itself', () => {
    const { context, persons } = openPopup();
    sent(context, typed);
    expect(persons).toEqual([{ email }]);
  });

  test.each(['linked', 'accepted', 'pending', 'unknown'] as const)(
    'is passed on whatever the outcome: %s',
    (outcome) => {
      const { context, persons } = openPopup();
      noteLast(context, submissionOf(typed), { kind: 'taken', receipt: { outcome } });
      context.events.emit('sent', { id: toldId(idOf(1)), outcome });
      expect(persons).toHaveLength(1);
    },
  );

  test('is passed on once it has arrived, where it waited', () => {
    const { context, persons } = openPopup();
    noteLast(context, submissionOf(typed), { kind: 'waiting' });
    context.events.emit('waiting', { id: toldId(idOf(1)) });
    expect(persons).toEqual([]);
    context.events.emit('sent', { id: toldId(idOf(1)), outcome: 'linked' });
    expect(persons).toEqual([{ email }]);
  });

  test('is passed on once, however often the popup opens', () => {
    const { context, persons } = openPopup();
    alsoIdentify(context);
    sent(context, typed);
    expect(persons).toHaveLength(1);
  });

  test('is passed on to scripts by name, in a list or an attribute, each once', () => {
    sent(openPopup({ options: { alsoIdentify: ['hubspot', 'hubspot'] } }).context, typed);
    expect(queue).toEqual([['identify', { email }], ['trackPageView']]);
    queue.length = 0;
    sent(openPopup({ options: { alsoIdentify: 'klaviyo, segment' } }).context, typed);
    expect(queue).toEqual([['identify', { $email: email }]]);
  });

  test('is passed on to all scripts after one that throws', () => {
    const persons: unknown[] = [];
    const broken = new Error('broken');
    const fail = () => {
      throw broken;
    };
    sent(openPopup({ options: { alsoIdentify: [fail, (person: unknown) => persons.push(person)] } }).context, typed);
    expect([persons, reported]).toEqual([[{ email }], [broken]]);
  });
});

describe('an email is not passed on', () => {
  test.each<[string, Partial<Submission>]>([
    [
      'of a number, though the link says who it is',
      {
        ask: { kind: 'phone', reason: 'known-needs-phone' },
        identity: { certainty: 'claimed', identifiers: [evidenceOf({ field: 'email', value: email })], setAside: [] },
        contact: { phone },
      },
    ],
    [
      'of an email of the host’s checkout',
      { ask: { kind: 'consent', reason: 'known-needs-consent' }, contact: { email, phone } },
    ],
  ])('%s', (_what, about) => {
    const { context, persons } = openPopup();
    sent(context, about);
    expect(persons).toEqual([]);
  });

  test.each<[string, About]>([
    ['the page may not store', { permission: 'page' }],
    ['the visitor refused', { permission: 'refused' }],
    ['nothing was posted', { qa: 'dry' }],
    ['sign-ups are tests', { options: { test: true } }],
  ])('where %s', (_where, about) => {
    const { context, persons } = openPopup(about);
    sent(context, typed);
    expect(persons).toEqual([]);
  });

  test('from a submission of another page', () => {
    const { context, persons } = openPopup();
    context.events.emit('sent', { id: toldId(idOf(1)), outcome: 'linked' });
    const id = '019c1111-0000-7000-8000-000000000002';
    noteLast(context, submissionOf({ ...typed, id }), { kind: 'waiting' });
    context.events.emit('sent', { id: toldId(idOf(1)), outcome: 'linked' });
    expect(persons).toEqual([]);
  });

  test('after the signup was destroyed', () => {
    const { context, persons } = openPopup();
    for (const undo of context.undos) undo();
    sent(context, typed);
    expect(persons).toEqual([]);
  });

  test.each([[undefined], [null], [7], [{}], [['toString', null, 7, {}]], ['nobody']])(
    'with the option %j',
    (option) => {
      sent(openPopup({ options: { alsoIdentify: option } }).context, typed);
      expect([queue, reported]).toEqual([[], []]);
    },
  );
});
