import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { type OutgoingText, sendByWebhook } from './sendByWebhook.ts';

const text: OutgoingText = {
  shop: 'Our Shop',
  store: 'shop',
  submission: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071',
  to: '+447700900982',
  code: '123456',
  text: '123456 is your code.',
  locale: 'en',
};
const token = 't'.repeat(32);

let server: Server | undefined;
const got: { headers: IncomingHttpHeaders; body: unknown }[] = [];
const lines: string[] = [];
const log = (line: string) => void lines.push(line);

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
  got.length = 0;
  lines.length = 0;
});

/** A sender that answers with this status, or never. */
async function sender(status: number | undefined, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const started = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    got.push({ headers: request.headers, body: JSON.parse(body) });
    if (status !== undefined) response.writeHead(status, headers).end();
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  const address = started.address();
  if (typeof address !== 'object' || !address) throw new Error('no address');
  return `http://127.0.0.1:${address.port}/texts`;
}

test('a text is posted as JSON, with the token', async () => {
  const url = await sender(204);
  expect(await sendByWebhook({ url, token }, log)(text)).toBe(true);
  expect(got).toMatchObject([
    { headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: text },
  ]);
  expect(lines).toEqual([]);
});

test('no token header is sent without a token', async () => {
  await sendByWebhook({ url: await sender(200) }, log)(text);
  expect(got[0]?.headers).not.toHaveProperty('authorization');
});

test.each([
  ['refused', 500, {}],
  ['led elsewhere', 307, { location: 'http://127.0.0.1:1/' }],
  ['never answered', undefined, {}],
] as const)('a request that is %s fails, and the log has no person and no code', async (_name, status, headers) => {
  const url = await sender(status, headers);
  expect(await sendByWebhook({ url, token }, log, 200)(text)).toBe(false);
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toMatch(/123456|7700|tttt/);
});
