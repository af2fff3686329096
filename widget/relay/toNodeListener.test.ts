import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { origin, relayWith } from './test/relayWith.ts';
import { penny, submissionOf } from './test/submissionOf.ts';
import { toNodeListener } from './toNodeListener.ts';

let stop = async (): Promise<void> => {};
afterEach(() => stop());

/** Serves a listener of `node:http` and posts to it. */
async function posting(listener: (request: IncomingMessage, response: ServerResponse) => unknown) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/v1/submissions`;
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', origin, ...headers }, body });
  return Object.assign(post, { url });
}

it('a relay can be served by node:http', async () => {
  const { relay } = relayWith();
  const post = await posting(toNodeListener(relay));
  const answer = await post(JSON.stringify(submissionOf({ email: penny })));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
  expect(await answer.json()).toMatchObject({ outcome: 'accepted' });
  expect((await post('{}', { origin: 'https://evil.example' })).status).toBe(403);
});

it.each([
  ['a method that no Request can have', 'TRACE / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n', /^HTTP\/1\.1 405 /],
  ['a visitor who leaves in the middle', 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 99\r\n\r\n{', undefined],
])('the listener survives %s', async (_which, sent, answered) => {
  const { relay } = relayWith();
  const listener = toNodeListener(relay);
  let settled: Promise<void> | undefined;
  const post = await posting((request, response) => {
    settled = listener(request, response);
    // What it does not settle itself would end the process.
    settled.catch(() => {});
    if (!answered) request.socket.destroy();
  });
  const said = await new Promise<string>((resolve) => {
    let text = '';
    const socket = connect(Number(new URL(post.url).port), '127.0.0.1', () => void socket.write(sent));
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });
  expect(said).toMatch(answered ?? /^$/);
  await expect(settled).resolves.toBeUndefined();
});

it('the listener answers 413 to an endless body, and stops reading', async () => {
  const { relay } = relayWith();
  const post = await posting(toNodeListener(relay));
  expect((await post(`"${'x'.repeat(3_000_000)}"`)).status).toBe(413);
});

it.each([
  ['an object, as express.json() leaves', (text: string) => JSON.parse(text) as unknown],
  ['a buffer, as express.raw() leaves', (text: string) => Buffer.from(text)],
  ['a text, as express.text() leaves', (text: string) => text],
])('the listener accepts a body that was read already: %s', async (_which, parse) => {
  const { relay } = relayWith();
  const listener = toNodeListener(relay);
  const post = await posting(async (request, response) => {
    let text = '';
    for await (const part of request) text += part;
    await listener(Object.assign(request, { body: parse(text) }), response);
  });
  expect(await (await post(JSON.stringify(submissionOf({ email: penny })))).json()).toMatchObject({
    outcome: 'accepted',
  });
});
