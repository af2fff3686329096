import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { defineAdapter } from '../adapters/defineAdapter.ts';
import { manifest } from '../adapters/klaviyo/manifest.ts';
import { sampleSubmission } from '../adapters/sample.ts';
import type { DeliverOptions } from '../core/submission/delivery.ts';
import type { Submission } from '../core/submission/submission.gen.ts';
import { runtimeOf, sessionOf, settingsOf } from '../test/fixtures.ts';
import { MemoryPlatform } from '../test/memoryPlatform.ts';
import { deliverTo } from './deliverTo.ts';
import { destinationOf } from './destinationOf.ts';

const taken = { kind: 'taken', receipt: { outcome: 'unknown' } } as const;
const keepalive = { keepalive: true };

let sent: { url: string; init: RequestInit }[];
let answers: Response[];

beforeEach(() => {
  sent = [];
  answers = [];
  vi.stubGlobal('window', {});
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, init });
    return answers.shift() ?? new Response(null, { status: 202 });
  });
});
afterEach(() => vi.unstubAllGlobals());

function deliverOf(options: object, permission: 'open' | 'page' = 'open') {
  const posted: string[] = [];
  const platform = new MemoryPlatform();
  platform.jar.set('hubspotutk', '0123456789abcdef0123456789abcdef');
  const settings = settingsOf(options);
  const context = sessionOf({ settings, runtime: runtimeOf(platform, permission) });
  const post = async (to: string, { widget }: Submission) => {
    posted.push(`${to} ${widget.unattended}`);
    return taken;
  };
  const deliver = (submission: Submission, about: DeliverOptions) => deliverTo(context, post, submission, about);
  return { deliver, posted, destination: destinationOf(settings) };
}

test('an adapter of the npm module replaces the collector’s address', async () => {
  const deliverByIt = vi.fn(async () => taken);
  const collector = defineAdapter({ manifest: { ...manifest, name: 'acme' }, account: '7', deliver: deliverByIt });
  const { deliver, posted, destination } = deliverOf({ collector });
  expect(await deliver(sampleSubmission(), keepalive)).toEqual(taken);
  expect([posted, destination, deliverByIt.mock.calls.length]).toEqual([[], 'acme:7', 1]);
});

test('a collector behind an adapter is told that nobody can enter a code', async () => {
  const { deliver, posted } = deliverOf({ collector: undefined, to: 'webhook', webhookUrl: 'https://hook.example' });
  expect(await deliver(sampleSubmission(), keepalive)).toEqual(taken);
  expect(posted).toEqual(['https://hook.example true']);
});

describe('an adapter that the script tag names', () => {
  const klaviyo = { collector: undefined, to: 'klaviyo', klaviyoCompany: 'AbC123', klaviyoEmailList: 'MAIL01' };

  test('is fetched, and reads its attributes', async () => {
    const { deliver, destination } = deliverOf(klaviyo);
    expect(await deliver(sampleSubmission(), keepalive)).toEqual(taken);
    expect(destination).toBe('klaviyo:');
    expect(sent[0]?.url).toBe('https://a.klaviyo.com/client/subscriptions?company_id=AbC123');
    expect(sent[0]?.init).toMatchObject({ method: 'POST', credentials: 'omit', keepalive: true, mode: 'cors' });
  });

  test('is told what a status means', async () => {
    const { deliver } = deliverOf(klaviyo);
    answers = [
      new Response('{}', { status: 429, headers: { 'retry-after': '30' } }),
      new Response(null, { status: 503 }),
      new Response(null, { status: 409 }),
      new Response(null, { status: 410 }),
    ];
    const said: unknown[] = [];
    for (let i = 0; i < 4; i += 1) said.push(await deliver(sampleSubmission(), keepalive));
    expect(said).toEqual([
      { kind: 'retry', after: 30 },
      { kind: 'retry' },
      { kind: 'error', status: 409 },
      { kind: 'error', status: 410 },
    ]);
  });

  test('gets a cookie only where cookies may be read', async () => {
    const hubspot = { collector: undefined, to: 'hubspot', hubspotPortal: '1', hubspotForm: 'f' };
    await deliverOf(hubspot).deliver(sampleSubmission(), keepalive);
    await deliverOf(hubspot, 'page').deliver(sampleSubmission(), keepalive);
    expect(sent.map(({ init }) => JSON.parse(String(init.body)).context.hutk)).toEqual([
      '0123456789abcdef0123456789abcdef',
      undefined,
    ]);
  });

  test('that does not exist is tried again rather than losing the submission', async () => {
    for (const to of ['klavio', 'toString']) {
      await expect(deliverOf({ collector: undefined, to }).deliver(sampleSubmission(), keepalive)).rejects.toThrow();
    }
  });
});
