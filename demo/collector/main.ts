// `npm run collector`: the collector by itself, for real shops. docs/collector.md explains how to run it.

import { forgetCodes } from './codes/code.ts';
import { sendByWebhook } from './codes/sendByWebhook.ts';
import { openDependencies } from './dependencies.ts';
import { forgetHeld, runCommand } from './held/held.ts';
import { buildCollector } from './http/buildCollector.ts';
import { lockFolder } from './process/lockFolder.ts';
import { endOnSignal, giveUp, listen, log, orGiveUp } from './process/process.ts';
import { settingsFrom } from './settings/settingsFrom.ts';
import { openDatabase } from './store/database.ts';
import { declaredStores } from './store/declaredStores.ts';
import { uuidMaker } from './store/uuid.ts';

const day = 24 * 60 * 60 * 1000;

const settings = orGiveUp(() => settingsFrom(process.env));
const { port, host, policy, trustProxy, connections, texts } = settings;
const unlock = 'folder' in settings.database ? lockFolder(settings.database.folder, giveUp) : () => {};
// A driver's own message may hold the address, and that the password.
const database = await openDatabase(settings.database).catch((error: Error & { code?: string }) =>
  error.code === '42501'
    ? giveUp(
        'This database role may not bring the tables up to date: run `npm run collector -- migrate` as their owner.',
      )
    : giveUp(`The database cannot be opened: ${error.code ?? error.name}. Look at DATABASE_URL or HELLO_AGAIN_DATA.`),
);
const folder = 'folder' in settings.database ? settings.database.folder : undefined;
const newId = uuidMaker(Date.now);
const stores = await declaredStores(database, settings.stores);
const sendText = texts && sendByWebhook(texts, log);
const deps = await openDependencies(database, () => ({ now: Date.now(), newId }), settings, {
  stores,
  policy,
  sendText,
  log,
});
const closeData = async () => {
  await database.destroy();
  unlock();
};

const command = process.argv.slice(2);
if (command.length > 0) {
  const { lines, isDone } = await runCommand(deps, command);
  console.log(lines.join('\n'));
  await closeData();
  process.exit(isDone ? 0 : 1);
}

const app = await buildCollector(deps, {
  log,
  connections,
  folder,
  ...(trustProxy === undefined ? {} : { trustProxy }),
});
endOnSignal(app, closeData);
const forget = () =>
  Promise.all([forgetHeld(database, Date.now()), forgetCodes(database, Date.now())]).catch((error: Error) =>
    log(`error ${error.name} while forgetting what is out of date`),
  );
await forget();
setInterval(forget, day).unref();

const taken = `Port ${port} is taken: stop what runs there, or choose another one with PORT.`;
if (folder !== undefined) {
  log('warning: the embedded database does not wait for the disk, so a power cut may lose sign-ups: see DATABASE_URL');
}
if (!sendText) {
  log(
    'No HELLO_AGAIN_TEXTS_URL: no number can be proven. One that somebody has proven, or said stop with, stays unsubscribed.',
  );
}
const listening = await listen(app, { port, host, taken });
console.log(`The collector takes sign-ups at http://${host ?? 'localhost'}:${listening}/v1/submissions`);
