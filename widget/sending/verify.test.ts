import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { CodeState } from '../core/flow/codeStep.ts';
import type { PostRequest } from '../core/ports.ts';
import type { RawAnswer, Receipt } from '../core/submission/answer.ts';
import type { SignupContext } from '../signup/session.ts';
import { ControllerPage } from '../test/controller.ts';
import { type CodeStepHandle, createCodeStep, resendCode, verifyCode } from './verify.ts';

vi.mock('../platform/cookies.ts', () => import('../test/cookies.ts'));

const id = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';
const asked = { id, receipt: { outcome: 'pending', next: 'verify', identity: 'a.receipts.own' } } as const;
const proven = { outcome: 'accepted', subscribed: { email: true, sms: true } } as const;

const said = (status: number, body?: unknown, retryAfter: string | null = null): RawAnswer => ({
  status,
  body,
  retryAfter,
});
const refusal = (code: string) => said(422, { errors: [{ field: 'code', code }] });

let page: ControllerPage;
let context: SignupContext;
let posted: PostRequest[];
let answers: (RawAnswer | 'network failure')[];

vi.mock('../platform/transport.ts', () => ({
  async post(request: PostRequest) {
    posted.push(request);
    const answer = answers.shift();
    if (!answer || answer === 'network failure') throw new TypeError('Failed to fetch');
    return answer;
  },
}));

async function start(options: object = {}): Promise<void> {
  page = new ControllerPage({ options });
  await page.start();
  page.signup.open();
  await page.platform.advance(0);
  if (!page.context) throw new Error('the popup was not shown');
  context = page.context;
}

beforeEach(async () => {
  posted = [];
  answers = [];
  await start();
});

describe('a code is posted', () => {
  test.each([
    ['https://c.example/v1/submissions', `https://c.example/v1/submissions/${id}/verify`],
    ['https://c.example/v1/submissions/', `https://c.example/v1/submissions/${id}/verify`],
    ['https://c.example/take?key=a/b', `https://c.example/take/${id}/verify?key=a/b`],
    ['/v1/submissions', `/v1/submissions/${id}/verify`],
    ['/v1/submissions?drop=1#x', `/v1/submissions/${id}/verify?drop=1`],
  ])('below %s', async (collector, url) => {
    await start({ collector, store: 'harbor-coffee' });
    answers = [said(200, proven)];
    expect(await verifyCode(context, asked, '123456')).toEqual(proven);
    expect(posted.map((request) => request.url)).toEqual([url]);
    expect(JSON.parse(posted[0]?.body ?? '')).toEqual({
      ...{ version: 1, store: 'harbor-coffee', code: '123456' },
      identity: asked.receipt.identity,
    });
  });

  test('but not in a dry run', async () => {
    Object.assign(context, { qa: 'dry' });
    expect(await verifyCode(context, asked, '123456')).toEqual({ outcome: 'accepted' });
    expect(await resendCode(context, asked)).toMatchObject({ isSent: true });
    expect(posted).toEqual([]);
  });
});

describe('the collector’s answer to a code', () => {
  test.each<[string, RawAnswer | 'network failure', string]>([
    ['wrong', refusal('wrong'), 'wrong'],
    ['expired', refusal('expired'), 'expired'],
    ['exhausted', refusal('exhausted'), 'exhausted'],
    ['a refusal that nobody knows', refusal('too-green'), 'wrong'],
    ['too often', said(429, undefined, '30'), 'unreachable'],
    ['away', said(503), 'unreachable'],
    ['no code step at all', said(404), 'unreachable'],
    ['a page', { ...said(200), isDocument: true }, 'unreachable'],
    ['no network', 'network failure', 'unreachable'],
  ])('is read correctly: %s', async (_name, answer, problem) => {
    answers = [answer];
    expect(await verifyCode(context, asked, '123456')).toBe(problem);
  });
});

describe('the collector’s answer to a request for a new code', () => {
  test.each<[string, RawAnswer | 'network failure', Awaited<ReturnType<typeof resendCode>>]>([
    ['sent', said(202), { isSent: true, ms: 30_000 }],
    ['too early', said(429, undefined, '12'), { isSent: false, ms: 12_000 }],
    ['too early, and not for how long', said(429), { isSent: false, ms: 30_000 }],
    ['away', said(503, undefined, '12'), 'unreachable'],
    ['nothing waits', said(404), 'unreachable'],
    ['no network', 'network failure', 'unreachable'],
  ])('is read correctly: %s', async (_name, answer, result) => {
    answers = [answer];
    expect(await resendCode(context, asked)).toEqual(result);
  });
});

describe('the code step', () => {
  let states: CodeState[];
  let done: Receipt[];
  let left: number;
  let step: CodeStepHandle;
  const settled = () => page.platform.advance(0);

  function open(receipt: Receipt = { outcome: 'pending', next: 'verify' }): void {
    states = [];
    done = [];
    left = 0;
    step = createCodeStep({
      context,
      panel: { kind: 'verify', id, number: '+447700900789', receipt },
      onChange: (state) => void states.push(state),
      onDone: (last) => void done.push(last),
      onLater: () => void left++,
    });
  }
  beforeEach(() => open());

  test('counts down to zero, and then stops', async () => {
    expect(step.state()).toMatchObject({ resendIn: 30 });
    for (let n = 0; n < 30; n++) await page.platform.advance(1000);
    expect(states.map(({ resendIn }) => resendIn)).toEqual(Array.from({ length: 30 }, (_, n) => 29 - n));
    await page.platform.advance(60_000);
    expect(states).toHaveLength(30);
  });

  test('reports nothing any more after it was stopped', async () => {
    answers = [said(200, proven)];
    step.actions.typedCode('123456');
    step.actions.confirm();
    step.stop();
    await page.platform.advance(5_000);
    expect(done).toEqual([]);
    expect(states.at(-1)).toMatchObject({ isSending: true, resendIn: 30 });
  });

  test('ends with the right code, and this browser remembers it', async () => {
    answers = [said(200, proven)];
    step.actions.typedCode('١٢٣ ٤٥٦');
    step.actions.confirm();
    step.actions.confirm();
    await settled();
    expect(posted).toHaveLength(1);
    expect(JSON.parse(posted[0]?.body ?? '')).toMatchObject({ code: '123456' });
    expect(done).toEqual([proven]);
    expect(page.runtime.memory().acknowledged).toMatchObject({ subscribed: { email: true, sms: true } });
  });

  test('keeps the sign-up’s coupon, unless another one comes', async () => {
    open({ outcome: 'pending', next: 'verify', coupon: { code: 'OLD' } });
    answers = [said(200, proven), said(200, { ...proven, coupon: { code: 'NEW' } })];
    step.actions.typedCode('1');
    step.actions.confirm();
    await settled();
    expect(done).toEqual([{ ...proven, coupon: { code: 'OLD' } }]);
    open({ outcome: 'pending', next: 'verify', coupon: { code: 'OLD' } });
    step.actions.typedCode('1');
    step.actions.confirm();
    await settled();
    expect(done).toEqual([{ ...proven, coupon: { code: 'NEW' } }]);
  });

  test('subscribes nobody when the collector confirms nothing', async () => {
    answers = [said(200, { outcome: 'pending', subscribed: { sms: true } })];
    step.actions.typedCode('123456');
    step.actions.confirm();
    await settled();
    expect(done).toMatchObject([{ outcome: 'pending' }]);
    expect(page.runtime.memory().acknowledged.subscribed).toEqual({});
  });

  test('reports an empty code, and posts nothing', () => {
    step.actions.confirm();
    expect(states).toMatchObject([{ problem: 'empty' }]);
    expect(posted).toEqual([]);
  });

  test('allows another code only after the countdown, which then restarts', async () => {
    step.actions.resend();
    expect(posted).toEqual([]);
    await page.platform.advance(30_000);
    answers = [said(202)];
    step.actions.typedCode('12');
    step.actions.resend();
    await settled();
    expect(posted.map(({ url }) => url)).toEqual([expect.stringMatching(/\/resend$/)]);
    expect(step.state()).toMatchObject({ isResent: true, resendIn: 30, code: '' });
    await page.platform.advance(1000);
    expect(step.state().resendIn).toBe(29);
  });

  test('waits as long as the collector says after a request that was too early', async () => {
    await page.platform.advance(30_000);
    answers = [said(429, undefined, '7')];
    step.actions.resend();
    await settled();
    expect(step.state()).toMatchObject({ isResent: false, resendIn: 7, isSending: false });
  });

  test('leaves it to the popup to end the step later', () => {
    step.actions.later();
    expect(left).toBe(1);
  });
});
