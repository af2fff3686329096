import { resolve } from 'node:path';
import { buildApp } from './app.ts';
import { linkKeysFrom } from './collector/linkKeysFrom.ts';
import { keepMemory } from './pages/keepMemory.ts';
import { memoryDomain } from './pages/memoryDomain.ts';
import { registerPages } from './pages/register.tsx';
import { openDatabase } from './store/database.ts';
import { isPortFree } from './store/isPortFree.ts';
import { lockFolder } from './store/lockFolder.ts';

const env = process.env;

/** Ends with one sentence for whoever started it. */
function giveUp(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** What the environment says, or the sentence that tells what is wrong with it. */
function orGiveUp<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    return giveUp((error as Error).message);
  }
}

const port = Number(env.PORT ?? 4173);
if (!Number.isInteger(port) || port < 0 || port > 65_535)
  giveUp(`PORT must be a number up to 65535, not "${env.PORT}".`);

// Looked at before the data is opened, which takes seconds and may be another server's.
const taken = `Port ${port} is taken: stop what runs there, or choose another one, as in PORT=4180 npm start.`;
if (!(await isPortFree(port))) giveUp(taken);

const linkKeys = orGiveUp(() => linkKeysFrom(env));
const cookieDomain = orGiveUp(() => memoryDomain(env.HELLO_AGAIN_COOKIE_DOMAIN));
const folder = resolve(env.HELLO_AGAIN_DATA || '.data');
const unlock = env.DATABASE_URL ? () => {} : lockFolder(folder, giveUp);
const database = await openDatabase(env.DATABASE_URL ? { url: env.DATABASE_URL } : { folder });
const app = await buildApp({
  database,
  dist: resolve(import.meta.dirname, '..'),
  log: (line) => console.log(line),
  pages: (pages, services) => {
    keepMemory(pages, cookieDomain);
    registerPages(pages, services);
  },
  ...(linkKeys ? { linkKeys } : {}),
  ...(env.HELLO_AGAIN_ORDER_SECRET ? { orderSecret: env.HELLO_AGAIN_ORDER_SECRET } : {}),
});

let isStopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, async () => {
    if (isStopping) return;
    isStopping = true;
    await app.close();
    await database.destroy();
    unlock();
    process.exit(0);
  });
}

try {
  // Every interface, as IPv6 with IPv4 in it where there is both: "localhost" may be either.
  await app.listen({ port, host: '::' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EAFNOSUPPORT') throw error;
    return app.listen({ port, host: '0.0.0.0' });
  });
} catch (error) {
  giveUp((error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? taken : `The server cannot listen: ${error}`);
}
const address = app.server.address();
const origin = `http://localhost:${typeof address === 'object' && address ? address.port : port}`;
console.log(
  [
    'Harbor Coffee is open:',
    ...['/', '/inbox', '/checkout', '/profiles', '/compare'].map((path) => `  ${origin}${path}`),
  ].join('\n'),
);
