import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { submissionFor, typed } from '../test/demo.ts';
import type { SubmissionView } from './registerApi.ts';

const built = join(import.meta.dirname, '../../../dist/demo/server.js');
const store = 'kill-test';
/** Acknowledged submissions before the server is killed. */
const enough = 40;

let folder: string;
let running: ChildProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hello-again-'));
});
afterEach(async () => {
  await end('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** Starts the built server; settles once it says where it is to be found, or has ended. */
function start(
  port: number,
): Promise<{ readonly origin?: string; readonly said: string; readonly exitCode: number | null }> {
  const env = { ...process.env, PORT: String(port), HELLO_AGAIN_DATA: folder, DATABASE_URL: '' };
  const server = spawn(process.execPath, [built], { cwd: join(import.meta.dirname, '../../..'), env });
  running = server;
  let said = '';
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const origin = /(http:\/\/localhost:\d+)\/profiles/.exec(said)?.[1];
      if (origin) resolve({ origin, said, exitCode: null });
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('error', reject);
    server.once('close', (exitCode) => resolve({ said, exitCode }));
  });
}

/** Ends the running server; answers its exit code. */
async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  const server = running;
  running = undefined;
  if (!server || server.exitCode !== null || server.signalCode !== null) return server?.exitCode ?? null;
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
  server.kill(signal);
  return ended;
}

test('the build exists', () => {
  expect(existsSync(built), 'run `npx vite build --app` first').toBe(true);
});

test('a server killed in the middle has stored every acknowledged submission exactly once', async () => {
  const { origin } = await start(0);
  const acknowledged: string[] = [];
  const sent: ReturnType<typeof submissionFor>[] = [];
  const post = async (to: string, body: (typeof sent)[number]) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${to}/v1/submissions`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${await answer.text()}`);
    await answer.json();
    acknowledged.push(body.id);
  };

  let isKilled = false;
  const keepPosting = async () => {
    while (!isKilled) {
      const n = sent.length;
      const body = submissionFor(store, typed(`person${n}@example.com`, `+4477009${String(n).padStart(5, '0')}`));
      sent.push(body);
      // The one under way when the server is killed has no answer.
      await post(origin ?? '', body).catch((error: unknown) => {
        if (!isKilled) throw error;
      });
      if (acknowledged.length >= enough && !isKilled) {
        isKilled = true;
        await end('SIGKILL');
      }
    }
  };
  await Promise.all([1, 2, 3, 4, 5].map(keepPosting));
  const before = [...acknowledged];
  expect(before.length).toBeGreaterThanOrEqual(enough);

  const again = await start(0);
  const stored = async () => {
    const answer = await fetch(`${again.origin}/api/submissions?store=${store}`);
    return ((await answer.json()) as SubmissionView[]).map(({ id }) => id);
  };
  const found = await stored();
  expect(new Set(found).size).toBe(found.length);
  expect(before.filter((id) => !found.includes(id))).toEqual([]);

  // What a widget does next: it sends again what was not acknowledged.
  for (const body of sent.filter(({ id }) => !before.includes(id))) await post(again.origin ?? '', body);
  expect((await stored()).sort()).toEqual(sent.map(({ id }) => id).sort());
  expect(await end('SIGTERM')).toBe(0);
  // Seconds on a machine at rest; two starts of an embedded database take their time on a busy one.
}, 60_000);

test('a port that is in use ends the server with one sentence', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, resolve));
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { said, exitCode } = await start(port);
  await new Promise((resolve) => other.close(resolve));
  expect(exitCode).toBe(1);
  expect(said.trim()).toMatch(new RegExp(`^Port ${port} is taken: [^\\n]+$`));
});
