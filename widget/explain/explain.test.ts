import { afterEach, describe, expect, test, vi } from 'vitest';
import { askTable } from '../core/ask/decide.ts';
import { toldId } from '../core/submission/toldId.ts';
import { noteLast } from '../sending/noteLast.ts';
import type { SignupContext } from '../signup/session.ts';
import { ControllerPage } from '../test/controller.ts';
import { consentOf, email, idOf, phone, submissionOf, tokenOf } from '../test/fixtures.ts';
import { explain as explainIn } from './explain.ts';

vi.mock('../platform/sha256.ts', () => import('../test/sha256.ts'));
vi.mock('../platform/cookies.ts', () => import('../test/cookies.ts'));

afterEach(() => vi.restoreAllMocks());

/** A signup as its lazy parts see it, once its page has started. */
async function visit(about: ConstructorParameters<typeof ControllerPage>[0] = {}): Promise<SignupContext> {
  const page = new ControllerPage(about);
  await page.start();
  page.signup.open();
  await page.start();
  return page.context as SignupContext;
}

const explain = (context: SignupContext) => explainIn(context, false);

const link = `https://shop.example.com/?ha_id=${tokenOf('penny')}`;

test('explain() describes a decision completely', async () => {
  const told = explain(await visit({ url: link }));
  expect(told).toMatchObject({
    sentence: 'Asks for the phone number only: the visitor is known and has no number with consent on file.',
    ask: 'phone',
    reason: 'known-needs-phone',
    certainty: 'claimed',
    evidence: [{ issuer: 'own', source: 'link', claim: 'link' }],
    keepsClosed: [],
    gate: 'open',
    problems: [],
    missing: [],
    memory: { seen: { identifiers: [{ issuer: 'own', at: '2026-01-31T12:00:00.000Z' }], refused: 0 } },
  });
  expect(told).not.toHaveProperty('last');
  expect(JSON.stringify(told)).not.toContain(tokenOf('penny'));
});

test('explain() lists every row of the table in order, and the first that fits is the one that decided', async () => {
  const { rows, reason } = explain(await visit({ url: link }));
  expect(rows.map((row) => row.reason)).toEqual(askTable.map((row) => row.reason));
  expect(rows.find(({ fits }) => fits)?.reason).toBe(reason);
});

test('explain() says what became of the last submission, without personal values', async () => {
  const context = await visit();
  const submission = submissionOf({ id: idOf(7), contact: { email, phone }, consents: [consentOf()] });
  noteLast(context, submission, { kind: 'taken', receipt: { outcome: 'linked', identity: tokenOf('penny') } });
  const told = explain(context);
  expect(told.last).toMatchObject({
    id: toldId(idOf(7)),
    result: 'linked',
    submission: { contact: { email: 'p•••@example.com' } },
  });
  for (const secret of [email, phone, tokenOf('penny')]) expect(JSON.stringify(told)).not.toContain(secret);
});

test('explain() names wrong options', async () => {
  expect(explain(await visit({ options: { region: 'mars' } })).problems).toEqual([
    'hello-again: option `region` is "mars"; expected us, ca, uk, eu, au',
  ]);
});

describe('what keeps the popup closed', () => {
  test.each([
    [undefined, 'since this page was loaded'],
    ['visit', 'in this visit'],
    ['page', 'on this page'],
  ])('is its own opening, with `once` %o', async (once, since) => {
    const context = await visit({ options: { trigger: { once } } });
    context.popup?.close('close');
    context.amend({ hasOpened: true, popup: undefined });
    const { keepsClosed } = explain(context);
    expect(keepsClosed.find(({ by }) => by === 'has-opened')?.says).toContain(since);
  });

  test('is the storage permission before it is given, when nothing has been decided', async () => {
    const told = explain(await visit({ options: { storage: 'banner' } }));
    expect(told.sentence).toMatch(/^Waits for the cookie banner: /);
    expect([told.gate, told.keepsClosed]).toEqual(['waiting', [{ by: 'gate' }]]);
  });

  test('is given with its end, in the sentence too', async () => {
    const context = await visit();
    const { seen, acknowledged } = context.runtime.memory();
    const dismissedAt = Date.UTC(2026, 0, 31) / 1_000;
    context.runtime.setMemory({ seen: { ...seen, dismissedAt }, acknowledged });
    const told = explain(context);
    expect(told.keepsClosed).toEqual([
      { by: 'dismissed', until: '2026-03-02T00:00:00.000Z', says: 'closed today, quiet for 30 more days' },
    ]);
    expect(told.sentence).toMatch(/the quiet period lasts, until 2 March 2026\.$/);
  });

  test.each<[string, object, string]>([
    ['a manual trigger', { options: { trigger: 'manual' } }, 'manual-trigger'],
    ['QA’s switch', { url: 'https://shop.example.com/?ha=off' }, 'paused'],
  ])('is %s, without an end', async (_what, about, by) => {
    expect(explain(await visit(about)).keepsClosed).toEqual([{ by }]);
  });

  test('is no longer listed once it has ended', async () => {
    const context = await visit();
    const { seen, acknowledged } = context.runtime.memory();
    context.runtime.setMemory({ seen: { ...seen, pausedUntil: 1 }, acknowledged: { ...acknowledged, askedAt: 1 } });
    expect(explain(context).keepsClosed).toEqual([]);
  });
});

test('the explanation is printed unless that is said not to be', async () => {
  const lines = vi.spyOn(console, 'info').mockImplementation(() => {});
  vi.spyOn(console, 'table').mockImplementation(() => {});
  const context = await visit();
  const told = explainIn(context, false);
  expect(lines).not.toHaveBeenCalled();
  expect(explainIn(context)).toEqual(told);
  expect(lines.mock.calls[0]).toEqual([`hello-again: ${told.sentence}`]);
});
