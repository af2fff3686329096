import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as link from '../../widget/link/index.ts';
import { memoryCookie } from './pages/keepMemory.ts';

const document = (name: string) => readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8');

/** Runs the code that a document shows, and answers the one function that it exports. */
function example<T>(name: string, text: string): T {
  const [, code = ''] = new RegExp(`<!-- example: ${name} -->\\n\`\`\`js\\n([\\s\\S]*?)\`\`\``).exec(text) ?? [];
  const [, exported = ''] = /^export (?:async )?function (\w+)/m.exec(code) ?? [];
  expect(exported, `a function in the example ${name}`).not.toBe('');
  const body = code.replace(/^import (.+) from 'hello-again\/link';$/gm, 'const $1 = link;').replace(/^export /gm, '');
  expect(body).not.toMatch(/^(import|export) /m);
  return new Function('link', `'use strict';\n${body}\nreturn ${exported};`)(link) as T;
}

const key = { kid: '2026-11', secret: 's'.repeat(32) };
const audience = 'harbor-coffee';

interface Row {
  readonly id: string;
  readonly ha_id: string;
}
type Mint = (
  contacts: readonly { readonly id: string; readonly email: string }[],
  about: { key: link.LinkKey; audience: string; batchSize?: number; save: (rows: Row[]) => Promise<void> },
) => Promise<void>;
type SubjectOf = (token: string, about: { audience: string; keys: link.LinkKey[] }) => Promise<string | undefined>;

test('links.md describes links in batches, one for each contact, that the collector’s example accepts', async () => {
  const mint = example<Mint>('mint', document('links.md'));
  const subjectOf = example<SubjectOf>('verify', document('links.md'));
  const contacts = Array.from({ length: 5 }, (_, n) => ({ id: `c_${n}`, email: `${n}@example.com` }));
  const batches: Row[][] = [];
  await mint(contacts, { key, audience, batchSize: 2, save: async (rows) => void batches.push(rows) });
  expect(batches.map((rows) => rows.length)).toEqual([2, 2, 1]);
  for (const { id, ha_id } of batches.flat()) {
    expect(await subjectOf(ha_id, { audience, keys: [key] })).toBe(id);
    expect(Buffer.from(ha_id.split('.')[1] ?? '', 'base64url').toString()).not.toContain('@');
    expect(await subjectOf(ha_id, { audience: 'another', keys: [key] })).toBeUndefined();
  }
  const readOnly = await link.mintLink({ subject: 'c_1', audience, key, scope: 'contact:state' });
  expect(await subjectOf(readOnly, { audience, keys: [key] })).toBeUndefined();
});

test('links.md states the length of a token', async () => {
  const lengthOf = async (subject: string) => (await link.mintLink({ subject, audience, key })).length;
  const uuid = '0b6f3a0e-5f0e-4d6e-9f60-0d1f6d1f7f10';
  const sentence = `A token has ${await lengthOf(uuid)} characters with a UUID for its subject and \`${audience}\` for its audience, ${await lengthOf('c_1024')} with an id like \`c_1024\`.`;
  expect(document('links.md')).toContain(sentence);
});

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

test.each([
  "hello_again=1{'a':[1%2C2]}",
  "a=b; hello_again=1{'a':1}; c=d",
  'a=b',
  'hello_again=',
  'hello_again=1; hello_again=2',
  `hello_again=${'x'.repeat(2001)}`,
  'hello_again="1"',
])('the example in storage-permission.md answers %.40s as the demo does', async (cookies) => {
  const keepMemory = example<Middleware>('keep-memory', document('storage-permission.md'));
  const server = createServer((request, response) => keepMemory(request, response, () => response.end('<p>Open</p>')));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
    const ask = (headers: Record<string, string>) => fetch(url, { headers: { cookie: cookies, ...headers } });
    const due = memoryCookie({ cookies, hostname: 'www.shop.example', isSecure: true }, 'shop.example');
    const attributes = (text = '') => text.split('; ').sort();
    const answer = await ask({ 'sec-fetch-dest': 'document' });
    expect(attributes(answer.headers.getSetCookie()[0])).toEqual(attributes(due));
    expect(answer.headers.get('cache-control')).toBe(due ? 'private, no-cache' : null);
    expect((await ask({ 'sec-purpose': 'prefetch' })).headers.getSetCookie()).toEqual([]);
    expect((await ask({ 'sec-fetch-dest': 'iframe' })).headers.getSetCookie()).toEqual([]);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});
