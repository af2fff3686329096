// `npm run dev`: the demo store, built again whenever a file of widget/ or demo/ changes. The server starts again
// behind a small one that stays, and makes open pages reload.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { isBuilt } from './fingerprint.mjs';
import { ensureInstalled } from './install.mjs';
import { freePort, untilServed } from './ports.mjs';
import { root } from './root.mjs';
import { runPackage } from './run.mjs';

const port = Number(process.env.PORT || 4173);
const inner = await freePort();

/** A script of its own: the demo's content security policy takes no inline one. */
const client = 'new EventSource("/dev/changes").onmessage = () => location.reload();';
const tag = '<script src="/dev/reload.js"></script>';
const building = `<!doctype html><title>Building …</title><p>Building …</p>${tag}`;

/** @type {Set<import('node:http').ServerResponse>} */
const pages = new Set();
/** @type {import('node:child_process').ChildProcess | undefined} */
let server;

/** @param {import('node:http').IncomingMessage} asked @param {import('node:http').ServerResponse} response */
function passOn(asked, response) {
  // Compressed pages could not be added to.
  const headers = { ...asked.headers, 'accept-encoding': 'identity' };
  const onward = request({ port: inner, path: asked.url, method: asked.method, headers }, (answer) => {
    const isPage = /^text\/html/.test(answer.headers['content-type'] ?? '');
    if (!isPage) {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      return;
    }
    const { 'content-length': _, ...rest } = answer.headers;
    response.writeHead(answer.statusCode ?? 502, rest);
    answer.pipe(response, { end: false });
    answer.on('end', () => response.end(asked.method === 'HEAD' ? undefined : tag));
  });
  onward.on('error', () => {
    if (!response.headersSent) response.writeHead(503, { 'content-type': 'text/html; charset=utf-8' });
    response.end(building);
  });
  asked.pipe(onward);
}

const front = createServer((asked, response) => {
  if (asked.url === '/dev/reload.js') {
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(client);
  } else if (asked.url === '/dev/changes') {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('retry: 500\n\n');
    pages.add(response);
    response.on('close', () => pages.delete(response));
  } else passOn(asked, response);
});

async function stop() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill('SIGTERM');
  await gone;
}

async function start() {
  // Its database is a folder, which the former server has to release first.
  await stop();
  const env = { ...process.env, PORT: String(inner) };
  server = spawn(process.execPath, [join(root, 'dist/demo/server.js')], {
    cwd: root,
    env,
    // It would print its own address, and every request.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await untilServed(`http://localhost:${inner}/healthz`);
  for (const page of pages) page.write('data: changed\n\n');
}

let isStale = true;
let isWorking = false;

/** Builds and starts until nothing has changed meanwhile. A build that fails leaves the former server where it is. */
async function bringUpToDate() {
  if (isWorking) return;
  isWorking = true;
  while (isStale) {
    isStale = false;
    const isReady =
      (await isBuilt()) || (await runPackage('vite', 'vite', ['build', '--app', '--logLevel', 'warn'])) === 0;
    if (!isReady) console.error('The build failed; it is tried again at the next change.');
    else await start().catch((error) => console.error(error.message));
    if (isReady && !isStale) console.log(`Up to date: http://localhost:${port}`);
  }
  isWorking = false;
}

/** @type {NodeJS.Timeout | undefined} */
let soon;

/** An editor that saves, and a change of the branch, report many files at once. */
function onChange(/** @type {string | null} */ file) {
  if (file && /(^|\/)\.|~$|\.test\.tsx?$/.test(file)) return;
  isStale = true;
  clearTimeout(soon);
  soon = setTimeout(bringUpToDate, 100);
}

if (!(await ensureInstalled())) process.exit(1);
front.listen(port, 'localhost');
await once(front, 'listening');
for (const folder of ['widget', 'demo'])
  watch(join(root, folder), { recursive: true }, (_event, file) => onChange(file));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => void stop().then(() => process.exit(0)));
}
await bringUpToDate();
