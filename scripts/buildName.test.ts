import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildName } from './buildName.ts';

test('the hash that the build prints is not that of the file that browsers get', () => {
  const dir = mkdtempSync(join(tmpdir(), 'hello-again-build-'));
  try {
    writeFileSync(join(dir, 'hello-again.js'), 'alert("ü")');
    const said: string[] = [];
    const { writeBundle } = buildName('abc123');
    if (typeof writeBundle !== 'function') throw new Error('the plugin writes nothing');
    writeBundle.call({ info: (line: string) => said.push(line) } as never, { dir } as never, {});
    const script = `process.stdout.write(crypto.createHash('sha384').update('alert("ü")').digest('base64'))`;
    const integrity = `sha384-${execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })}`;
    expect(JSON.parse(readFileSync(join(dir, 'hello-again.json'), 'utf8'))).toEqual({ build: 'abc123', integrity });
    expect(said).toEqual([`hello-again.js integrity="${integrity}"`]);
  } finally {
    rmSync(dir, { recursive: true });
  }
});
