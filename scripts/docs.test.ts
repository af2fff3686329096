import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { Submission } from '../widget/index.ts';
import schema from '../widget/schema/submission.v1.json' with { type: 'json' };
import { root } from './root.mjs';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'demo/README.md'],
  ...readdirSync(join(root, 'docs')).map((file) => `docs/${file}`),
].filter((path) => path.endsWith('.md'));

test('the submission in the protocol is valid', () => {
  const block = /<!-- example: submission -->\n```json\n([\s\S]*?)```/.exec(read('docs/protocol.md'))?.[1] ?? '';
  const example = JSON.parse(block) as Submission;
  const isSubmission = new Ajv2020({ allErrors: true, strict: true }).compile(schema);
  isSubmission(example);
  expect(isSubmission.errors).toBeNull();
  for (const { text, textHash } of example.consents) {
    expect(textHash).toBe(`sha256-${createHash('sha256').update(text).digest('hex')}`);
  }
});

test.each(documents)('%s links to files that exist', (path) => {
  const links = [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target = '']) => target);
  expect(links.filter((target) => !existsSync(join(root, dirname(path), target)))).toEqual([]);
});

test('the commands in the documents exist', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = documents.flatMap((path) =>
    [...read(path).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
