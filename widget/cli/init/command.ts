import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { readArguments } from '../readArguments.ts';
import { writeProject } from './writeProject.ts';

const usage = `hello-again init [folder] [--port N] [--no-start]

Writes a page with the popup, a collector in one file and a README into a new folder, and starts both at one address.

  --port N      where they listen (default: 4300)
  --no-start    writes, and starts nothing
`;

const options = {
  port: { type: 'string', default: '4300' },
  'no-start': { type: 'boolean', default: false },
} as const;

/** @returns the exit code; where it starts something, once that has ended */
export async function initCommand(args: readonly string[]): Promise<number> {
  const given = readArguments(args, options, usage);
  if (!given) return 0;
  const folder = resolve(given.words[0] ?? 'hello-again-demo');
  const written = writeProject(folder);
  process.stdout.write(`Written: ${written.map((name) => join(folder, name)).join(', ')}\n`);
  if (given.values['no-start']) return 0;
  const child = spawn(process.execPath, ['serve.mjs'], {
    cwd: folder,
    env: { ...process.env, PORT: given.values.port },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
  return new Promise((done) => child.once('exit', (code) => done(code ?? 0)));
}
