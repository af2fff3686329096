import { connect } from 'node:net';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { finishHandlers } from './finishHandlers.ts';

test('a server ended before the work for a visitor who has gone away', async () => {
  const app = Fastify({ forceCloseConnections: 'idle' });
  finishHandlers(app);
  const done: string[] = [];
  let reach = () => {};
  let end = () => {};
  const isReached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const mayEnd = new Promise<void>((resolve) => {
    end = resolve;
  });
  app.get('/slow', async () => {
    reach();
    await mayEnd;
    done.push('work');
    return {};
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as { port: number };
  const gone = new Promise<void>(
    (resolve) => void app.server.once('connection', (socket) => socket.once('close', () => resolve())),
  );
  const visitor = connect(port, '127.0.0.1', () => visitor.write('GET /slow HTTP/1.1\r\nhost: x\r\n\r\n'));
  await isReached;
  visitor.destroy();
  await gone;
  const closed = app.close().then(() => done.push('closed'));
  // The server has closed its own end by now.
  await new Promise<void>((resolve) => void app.server.once('close', () => resolve()));
  // As much time as it would take to close without waiting.
  for (let turns = 0; turns < 50; turns += 1) await new Promise<void>((resolve) => void setImmediate(resolve));
  end();
  await closed;
  expect(done).toEqual(['work', 'closed']);
});
