import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { relayWith } from '../../relay/test/relayWith.ts';
import { toNodeListener } from '../../relay/toNodeListener.ts';
import { CollectorDouble } from '../../testing/collectorDouble.ts';
import type { Finding } from '../finding.ts';
import { checkCollector, checks } from './checkCollector.ts';

const examples = join(import.meta.dirname, '../../../docs/collectors');
const origin = 'https://shop.example';

const php = [process.env.HELLO_AGAIN_PHP ?? 'php'].find((program) => {
  try {
    return !!execFileSync(program, ['--version'], { stdio: 'pipe' });
  } catch {
    return false;
  }
});

let folder: string;
let children: ChildProcess[] = [];
let servers: Server[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hello-again-collector-'));
});

afterEach(async () => {
  const ended = children.map((child) => new Promise((resolve) => child.once('exit', resolve)));
  for (const child of children) child.kill();
  await Promise.all(ended);
  for (const server of servers) server.close();
  [children, servers] = [[], []];
  rmSync(folder, { recursive: true });
});

/** Starts a program, and waits for the line that says where it listens. */
async function start(program: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: 'pipe' });
  children.push(child);
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (part: Buffer) => {
      said += part;
      const address = /http:\/\/[\w.]+:\d+\S*/.exec(said)?.[0];
      if (address) resolve(address.replace(/[).]+$/, ''));
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', () => reject(new Error(said)));
  });
}

/** A server for something that answers Requests, at a free port. */
async function serve(handle: (request: Request) => Promise<Response>): Promise<string> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { method = 'GET' } = request;
    const answer = await handle(
      new Request(`http://localhost${request.url}`, {
        method,
        headers: request.headers as Record<string, string>,
        ...(method === 'POST' ? { body: Buffer.concat(parts) } : {}),
      }),
    );
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/submissions`;
}

const check = (url: string, isReal = true) =>
  checkCollector({ url: new URL(url), origin, store: 'harbor-coffee', isReal });

const not = (findings: readonly Finding[], ...tones: readonly Finding['tone'][]) =>
  findings.filter(({ tone }) => tones.includes(tone)).map(({ says, fix }) => `${says} ${fix}`);

describe('a collector in one file keeps the whole protocol, in tests and in earnest:', () => {
  test.each([true, false])('for Node (in earnest: %s)', async (isReal) => {
    const file = join(folder, 'sign-ups.jsonl');
    const url = await start(process.execPath, [join(examples, 'node.mjs')], { PORT: '0', FILE: file });
    expect(not(await check(url, isReal), 'bad', 'note')).toEqual([]);
    // What is marked as a test is nobody's sign-up.
    expect(existsSync(file)).toBe(isReal);
  });

  test.each([true, false])('for functions (in earnest: %s)', async (isReal) => {
    const { createCollector } = await import(pathToFileURL(join(examples, 'fetch.mjs')).href);
    const kept = new Map<string, string>();
    const handedOn: unknown[] = [];
    const collector = createCollector({
      kept: {
        get: async (key: string) => kept.get(key) ?? null,
        put: async (key: string, value: string) => kept.set(key, value),
      },
      origins: [origin],
      handOn: async (submission: unknown) => handedOn.push(submission),
    });
    // Two at one time are taken twice by a store that is only consistent after a while; the file says so.
    const wrong = not(await check(await serve(collector), isReal), 'bad', 'note');
    expect(wrong.filter((line) => !line.startsWith('the same id twice at one time'))).toEqual([]);
    expect(handedOn.length > 0).toBe(isReal);
  });

  test.skipIf(!php).each([true, false])('for PHP, where it is installed (in earnest: %s)', async (isReal) => {
    const args = ['-n', '-S', '127.0.0.1:0', join(examples, 'collector.php')];
    const url = await start(php ?? '', args, { HELLO_AGAIN_FOLDER: folder, PHP_CLI_SERVER_WORKERS: '2' });
    expect(not(await check(url, isReal), 'bad', 'note')).toEqual([]);
  });
});

test('the collector’s double keeps what has to hold', async () => {
  const double = new CollectorDouble();
  expect(not(await check(await serve((request) => double.handle(request))), 'bad')).toEqual([]);
});

test('the relay keeps what has to hold', async () => {
  const { relay } = relayWith({ options: { now: Date.now } });
  const server = createServer(toNodeListener(relay));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  expect(not(await check(url, true), 'bad')).toEqual([]);
});

const right = async (request: Request) => new CollectorDouble().handle(request);
const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' };

test.each<[what: string, says: RegExp, handle: (request: Request) => Promise<Response>]>([
  [
    'answers no preflight',
    /a preflight/,
    async (r) => (r.method === 'OPTIONS' ? new Response(null, { status: 404 }) : right(r)),
  ],
  ['allows no origin', /may be read by the page/, async () => Response.json({ outcome: 'accepted' })],
  [
    'takes everything',
    /without an id is refused/,
    async () => Response.json({ outcome: 'accepted' }, { headers: cors }),
  ],
  [
    'answers a page',
    /an email with a consent is taken/,
    async () => new Response('<p>', { headers: { ...cors, 'content-type': 'text/html' } }),
  ],
  ['forgets what it has taken', /under an id that was used/, right],
  ['links everybody', /links nobody/, async () => Response.json({ outcome: 'linked' }, { headers: cors })],
  ['makes up outcomes', /one of the four outcomes/, async () => Response.json({ outcome: 'great' }, { headers: cors })],
  ['fails', /the ping of the owner/, async () => new Response(null, { status: 500, headers: cors })],
])('a collector that %s is found out', async (_what, says, handle) => {
  const found = not(await check(await serve(handle)), 'bad');
  expect(found.join('\n')).toMatch(says);
});

test('a collector that is not there fails every sentence, and ends', async () => {
  const findings = await check('http://127.0.0.1:9/v1/submissions');
  expect(findings).toHaveLength(checks.length);
  expect(not(findings, 'good')).toEqual([]);
});
