import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Adapter } from './adapter.ts';
import { testAdapter, vendorDouble } from './contract.ts';

const guide = readFileSync(join(import.meta.dirname, '../../docs/adapters.md'), 'utf8');
const code = [...guide.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, text = '']) => text).find((t) => t.includes('acme('));

const folder = mkdtempSync(join(tmpdir(), 'hello-again-guide-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the adapter of the guide has forty lines at most, and passes the contract', async () => {
  expect(code?.trim().split('\n').length).toBeLessThanOrEqual(40);
  const file = join(folder, 'acme.ts');
  writeFileSync(file, (code ?? '').replace('hello-again/adapters', join(import.meta.dirname, 'index.ts')));
  const { acme } = (await import(/* @vite-ignore */ file)) as { acme(options: { shop: string }): Adapter };
  for (const { run } of testAdapter(
    'acme',
    () => acme({ shop: '7' }),
    () => vendorDouble(),
  )) {
    await run();
  }
});
