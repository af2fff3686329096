import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import schema from '../widget/schema/submission.v1.json' with { type: 'json' };
import { root } from './root.mjs';

interface Example {
  readonly where: string;
  readonly value: unknown;
  /** The last line before it says so; then fields may be missing, and texts end with an ellipsis. */
  readonly isShortened: boolean;
}

const isSubmission = new Ajv2020({ allErrors: true, strict: true, verbose: true }).compile(schema);
const documents = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'demo/README.md'].concat(
  readdirSync(join(root, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
);

/** Every JSON block of the documents that shows a submission, known by its `ask` or its `consents`. */
function examples(): Example[] {
  return documents.flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
    return [...text.matchAll(/([^\n]*)\n+```jsonc?\n([\s\S]*?)```/g)].flatMap(([, before = '', code = ''], n) => {
      if (!/"(ask|consents)":\s*[{[]/.test(code)) return [];
      return [{ where: `${path}, block ${n + 1}`, value: JSON.parse(code), isShortened: /shortened/i.test(before) }];
    });
  });
}

/** What shortening explains. */
function isShort({ keyword, data }: ErrorObject): boolean {
  return keyword === 'required' || (keyword === 'pattern' && String(data).endsWith('…'));
}

test('the documents have examples, at least one of them complete', () => {
  const found = examples();
  expect(found.length).toBeGreaterThanOrEqual(2);
  expect(found.some(({ isShortened }) => !isShortened)).toBe(true);
});

test.each(examples())('$where is a valid submission', ({ value, isShortened }) => {
  isSubmission(value);
  const errors = (isSubmission.errors ?? []).filter((error) => !isShortened || !isShort(error));
  expect(errors.map(({ instancePath, keyword, message }) => `${instancePath} ${keyword}: ${message}`)).toEqual([]);
});

test.each(examples().filter(({ isShortened }) => isShortened))('$where names only fields that exist', ({ value }) => {
  // A reader keeps what it does not know, but a document should not show what nobody posts.
  const closed = JSON.parse(
    JSON.stringify(schema, (_key, node) =>
      node?.type === 'object' && node.properties ? { ...node, additionalProperties: false } : node,
    ),
  );
  const isClosed = new Ajv2020({ allErrors: true, strict: false }).compile({ ...closed, $id: 'closed' });
  isClosed(value);
  expect((isClosed.errors ?? []).filter(({ keyword }) => keyword === 'additionalProperties')).toEqual([]);
});
