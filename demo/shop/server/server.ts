import { resolve } from 'node:path';
import { lockFolder } from '../../collector/process/lockFolder.ts';
import { endOnSignal, giveUp, isPortFree, listen, log, orGiveUp } from '../../collector/process/process.ts';
import { linkKeysFrom } from '../../collector/settings/linkKeysFrom.ts';
import { adminTokenFrom, couponFrom, portFrom } from '../../collector/settings/settingsFrom.ts';
import { openDatabase } from '../../collector/store/database.ts';
import { keepMemory, memoryDomain } from '../pages/keepMemory.ts';
import { registerPages } from '../pages/register.tsx';
import { buildApp } from './app.ts';

const env = process.env;
const port = orGiveUp(() => portFrom(env.PORT, 4173));

// Checked before the data is opened, which takes seconds and may be in use by another server.
const taken = `Port ${port} is taken: stop what runs there, or choose another one, as in PORT=4180 npm start.`;
if (!(await isPortFree(port))) giveUp(taken);

const linkKeys = orGiveUp(() => linkKeysFrom(env));
const adminToken = orGiveUp(() => adminTokenFrom(env));
const cookieDomain = orGiveUp(() => memoryDomain(env.HELLO_AGAIN_COOKIE_DOMAIN));
const coupon = orGiveUp(() => couponFrom(env.HELLO_AGAIN_COUPON));
const folder = resolve(env.HELLO_AGAIN_DATA || '.data');
const unlock = env.DATABASE_URL ? () => {} : lockFolder(folder, giveUp);
const database = await openDatabase(env.DATABASE_URL ? { url: env.DATABASE_URL } : { folder });
const app = await buildApp({
  database,
  linkKeys,
  adminToken,
  policy: coupon,
  orderSecret: env.HELLO_AGAIN_ORDER_SECRET || undefined,
  dist: resolve(import.meta.dirname, '..'),
  log,
  pages: (pages, services) => {
    keepMemory(pages, cookieDomain);
    registerPages(pages, services);
  },
});
endOnSignal(app, async () => {
  await database.destroy();
  unlock();
});

const origin = `http://localhost:${await listen(app, { port, taken })}`;
console.log(
  [
    'Harbor Coffee is open:',
    ...['/', '/inbox', '/checkout', '/profiles', '/compare', '/docs'].map((path) => `  ${origin}${path}`),
  ].join('\n'),
);
