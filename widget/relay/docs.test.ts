import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import fastify from 'fastify';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as relayDoor from './index.ts';
import { KlaviyoDouble, privateKey } from './test/klaviyoDouble.ts';
import { penny, submissionOf } from './test/submissionOf.ts';
import type { Relay } from './types.ts';

const document = readFileSync(join(import.meta.dirname, '../../docs/relay.md'), 'utf8');
const env = {
  KLAVIYO_KEY: privateKey,
  KLAVIYO_EMAIL_LIST: 'EMAIL1',
  KLAVIYO_SMS_LIST: 'TEXTS1',
  HELLO_AGAIN_LINK_SECRET: 'a secret of at least 32 bytes, for tests',
};

/** Runs the code that the document shows, and answers what it exports. */
function example<T>(name: string, more: Record<string, unknown> = {}): T {
  const [, code = ''] = new RegExp(`<!-- example: ${name} -->\\n\`\`\`js\\n([\\s\\S]*?)\`\`\``).exec(document) ?? [];
  const given: Record<string, unknown> = { ...relayDoor, createServer, ...more };
  const imported = [...code.matchAll(/^import \{ (.+) \} from '.+';$/gm)].flatMap(([, names = '']) =>
    names.split(', '),
  );
  for (const name of imported) expect(given, name).toHaveProperty(name);
  const body = code
    .replace(/^import .+;$/gm, '')
    .replace('export default', 'return')
    .replace(/^export function (\w+)/m, 'return function $1');
  expect(body).toMatch(/^return /m);
  return new Function(...imported, `'use strict';\n${body}`)(...imported.map((name) => given[name])) as T;
}

const relayFrom = example<(variables: typeof env) => Relay>('relay');
let account = new KlaviyoDouble();
let stop = async (): Promise<unknown> => undefined;

beforeEach(() => {
  // When the submissions of these tests were made.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-01-31T12:00:00.000Z') });
  account = new KlaviyoDouble();
  const reach = fetch;
  vi.stubGlobal('fetch', (input: string, init?: RequestInit) =>
    String(input).startsWith('https://a.klaviyo.com/') ? account.fetch(input, init) : reach(input, init),
  );
});

afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await stop();
  stop = async () => undefined;
});

const post = (): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', origin: 'https://shop.example' },
  body: JSON.stringify(submissionOf({ email: penny })),
});

async function expectTaken(answer: Response): Promise<void> {
  expect(await answer.json()).toMatchObject({ outcome: 'accepted' });
  expect(account.profiles).toMatchObject([{ email: penny }]);
  expect(account.faults).toEqual([]);
}

it('the documented hold keeps what looks like a bot’s submission until it is released', async () => {
  const kept = new Map<string, unknown>();
  const queue = { put: (id: string, held: unknown) => void kept.set(id, held) };
  type Held = { readonly relay: Relay; release(held: unknown): Promise<Response> };
  const { lists, ...options } = {
    lists: { email: 'EMAIL1', sms: 'TEXTS1' },
    store: 'harbor-coffee',
    origins: ['https://shop.example'],
    links: { keys: [{ kid: '2026-11', secret: env.HELLO_AGAIN_LINK_SECRET }] },
  };
  const platform = relayDoor.klaviyo({ key: privateKey, lists });
  const make = example<(given: object, to: typeof queue) => Held>('hold');
  const { relay, release } = make({ ...options, platform }, queue);
  const sent = submissionOf({ email: penny });
  const widget = { ...sent.widget, trap: 'x', filledIn: 3 };
  const answer = await relay(
    new Request('https://any.example/', { ...post(), body: JSON.stringify({ ...sent, widget }) }),
  );
  expect(await answer.json()).toMatchObject({ outcome: 'pending' });
  expect([[...kept.keys()], account.requests]).toEqual([[sent.id], []]);
  await expectTaken(await release(kept.get(sent.id)));
});

it('remembers its answers in a place of yours', async () => {
  const kept = new Map<string, string>();
  const store = {
    get: async (id: string) => kept.get(id) ?? null,
    put: async (id: string, v: string) => void kept.set(id, v),
  };
  const options = {
    store: 'harbor-coffee',
    origins: ['https://shop.example'],
    links: { keys: [{ kid: '2026-11', secret: env.HELLO_AGAIN_LINK_SECRET }] },
    platform: relayDoor.klaviyo({ key: privateKey, lists: { email: 'EMAIL1', sms: 'TEXTS1' } }),
  };
  const make = example<(given: object, to: typeof store) => Relay>('memory');
  const sent = post();
  const first = await make(options, store)(new Request('https://any.example/', sent));
  const requests = account.requests.length;
  const again = await make(options, store)(new Request('https://any.example/', sent));
  expect(await again.text()).toBe(await first.text());
  expect([kept.size, account.requests.length]).toEqual([1, requests]);
});

const portOf = (server: Server) => (server.address() as { readonly port: number }).port;

it('the documented relay runs on Node', async () => {
  const server = example<(relay: Relay, port: number) => Server>('node')(relayFrom(env), 0);
  stop = () => new Promise((resolve) => server.close(resolve));
  await new Promise((resolve) => server.once('listening', resolve));
  await expectTaken(await fetch(`http://127.0.0.1:${portOf(server)}/v1/submissions`, { ...post(), keepalive: false }));
});

it('the documented relay can be mounted in Express, as a listener of all methods', async () => {
  type Listener = Parameters<typeof createServer>[1];
  const routes = new Map<string, Listener>();
  const app = { all: (path: string, listener: Listener) => void routes.set(path, listener) };
  example<(to: typeof app, relay: Relay) => void>('express')(app, relayFrom(env));
  const server = createServer(routes.get('/v1/submissions') as never).listen(0);
  stop = () => new Promise((resolve) => server.close(resolve));
  await expectTaken(await fetch(`http://127.0.0.1:${portOf(server)}/`, post()));
});

it('the documented relay can be mounted in Fastify', async () => {
  const app = fastify();
  stop = () => app.close();
  example<(to: typeof app, relay: Relay) => void>('fastify')(app, relayFrom(env));
  const address = await app.listen({ port: 0 });
  await expectTaken(await fetch(`${address}/v1/submissions`, post()));
  const preflight = await fetch(`${address}/v1/submissions`, {
    method: 'OPTIONS',
    headers: { origin: 'https://shop.example' },
  });
  expect(preflight.status).toBe(204);
});

interface Worker {
  fetch(request: Request, variables: typeof env): Promise<Response>;
}

it('the documented relay runs on a Worker', async () => {
  const worker = example<Worker>('worker', {
    relayFrom,
  });
  await expectTaken(await worker.fetch(new Request('https://collect.example/v1/submissions', post()), env));
});

it('the document names the revision and the commit that the tests compare with', () => {
  const { 'x-copied-from': source } = JSON.parse(
    readFileSync(join(import.meta.dirname, 'test/klaviyo.openapi.json'), 'utf8'),
  ) as { 'x-copied-from': { commit: string; revision: string } };
  expect(document).toContain(source.commit);
  expect(document).toContain(`\`${source.revision}\` by default`);
});

it('the document names every code of a failure, and the marks on a profile', () => {
  const types = readFileSync(join(import.meta.dirname, 'types.ts'), 'utf8');
  const codes = [...types.matchAll(/\| '(platform\.[\w-]+)'/g)].map(([, code = '']) => code);
  expect(codes.length).toBe(5);
  const marks = readFileSync(join(import.meta.dirname, 'klaviyo/marks.ts'), 'utf8').match(/hello_again_\w+/g) ?? [];
  for (const word of [...codes, ...marks]) expect(document).toContain(`\`${word}\``);
});
