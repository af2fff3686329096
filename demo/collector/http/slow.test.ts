import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { platform } from 'node:os';
import { afterEach, expect, test } from 'vitest';
import { isWhole } from '../../../scripts/sample.ts';
import { submissionFor, typed } from '../../shop/test/demo.ts';
import { openEmbedded } from '../store/test/openEmbedded.ts';
import { shopOrigin, startProduction } from '../test/production.ts';
import { limitConnections } from './limits/limitConnections.ts';

/** The whole run waits as long as production does. */
const patience = isWhole ? 15_000 : 1_500;

let stop = async (): Promise<unknown> => undefined;
afterEach(() => stop());

async function listening(connections?: number) {
  const database = await openEmbedded();
  const { app, store } = await startProduction(database, {}, { ...(connections ? { connections } : {}), patience });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  stop = async () => {
    await app.close();
    await database.destroy();
  };
  const submit = (number: number) =>
    fetch(`${url}/v1/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: shopOrigin },
      body: JSON.stringify(submissionFor(store, typed(`p${number}@example.com`, `+44791112345${number}`))),
    });
  return { app, port: Number(new URL(url).port), submit };
}

/** Where a machine has more than one address of its own. */
const from = (n: number) => (platform() === 'linux' ? { localAddress: `127.0.${n}.1` } : {});

/** Sends the head of a request and then one byte of its body after another, for ever. Settles once it is cut off. */
function slowly(port: number, n: number, head: string): Promise<number> {
  const start = performance.now();
  const socket: Socket = connect({ port, host: '127.0.0.1', ...from(n) });
  socket.on('error', () => {});
  socket.on('connect', () => socket.write(head));
  socket.resume();
  const drip = setInterval(() => head && socket.writable && socket.write(' '), 100);
  return once(socket, 'close').then(() => {
    clearInterval(drip);
    return performance.now() - start;
  });
}

test('slow bodies, slow heads and silent connections from many addresses stayed, or kept others from being served', async () => {
  const { port, submit } = await listening();
  const body =
    'POST /v1/submissions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 60000\r\n\r\n{';
  const cut = Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      slowly(port, n, [body, 'POST /v1/submissions HTTP/1.1\r\nx: ', ''][n % 3] ?? ''),
    ),
  );
  let isCut = false;
  void cut.then(() => {
    isCut = true;
  });
  expect([(await submit(1)).status, (await submit(2)).status]).toEqual([200, 200]);
  expect(isCut).toBe(false);
  const longest = Math.max(...(await cut));
  // In production it is 15 seconds. For the sample a busy machine may be late.
  expect(longest).toBeLessThan(isWhole ? patience : 15_000);
  expect((await submit(3)).status).toBe(200);
});

test('a connection without a request was kept open as long as its client liked', async () => {
  const { app } = await listening();
  expect(app.server.keepAliveTimeout).toBe(10_000);
});

test.runIf(platform() === 'linux')('one address held all connections, and others found none', async () => {
  const { port, submit } = await listening(100);
  const held = Array.from({ length: 30 }, () => connect({ port, host: '127.0.0.1', ...from(9) }));
  const closed = held.map((socket) =>
    once(
      socket.on('error', () => {}),
      'close',
    ),
  );
  let refused = 0;
  for (const one of closed) void one.then(() => (refused += 1));
  await expect.poll(() => refused).toBe(25);
  expect((await submit(1)).status).toBe(200);
  for (const socket of held) socket.destroy();
  await Promise.all(closed);
});

test('behind a proxy its address was refused, which is everybody’s', async () => {
  const { app } = await listening();
  limitConnections(app.server, 100, false);
  expect([app.server.maxConnections, app.server.listenerCount('connection')]).toEqual([100, 1]);
});
