import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { freePort, untilServed } from '../../scripts/ports.mjs';
import { root } from '../../scripts/root.mjs';

/**
 * Starts a program that listens on the port it is told.
 *
 * @param {string} script
 * @param {NodeJS.ProcessEnv} env
 */
async function start(script, env) {
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, script)], {
    env: { ...process.env, ...env, PORT: String(port), NODE_ENV: 'production' },
    // It logs a line for each request, as in production; nobody reads it.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await untilServed(`http://127.0.0.1:${port}/healthz`);
  return {
    url: `http://127.0.0.1:${port}/v1/submissions`,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/**
 * The collector as it was built, in as many processes as asked for; limits off, for all comes from one address.
 *
 * @param {{ url: string } | { folder: string }} database
 * @param {{ store: string, processes: number }} about
 */
export async function startCollectors(database, { store, processes }) {
  const env = {
    HELLO_AGAIN_STORES: store,
    HELLO_AGAIN_ORIGINS: '*',
    HELLO_AGAIN_RATE_ADDRESS: '0',
    HELLO_AGAIN_RATE_STORE: '0',
    DATABASE_URL: 'url' in database ? database.url : '',
    HELLO_AGAIN_DATA: 'folder' in database ? database.folder : '',
  };
  /** @type {Awaited<ReturnType<typeof start>>[]} */
  const servers = [];
  for (let i = 0; i < processes; i += 1) servers.push(await start('dist/demo/collector.js', env));
  return {
    urls: servers.map(({ url }) => url),
    stop: async () => void (await Promise.all(servers.map(({ stop }) => stop()))),
  };
}

/** The bare framework, which reads the body and answers 204. */
export const startBare = () => start('tools/benchCollector/bareServer.mjs', {});
