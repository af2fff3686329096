// `npm start`: the demo store, from a fresh checkout to a served page in one command. `npm run collector`: the
// collector alone, the same way; more arguments are its commands.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { isBuilt } from './fingerprint.mjs';
import { ensureInstalled } from './install.mjs';
import { root } from './root.mjs';
import { run, runPackage } from './run.mjs';

const [program = 'server', ...args] = process.argv.slice(2);

/**
 * npm passes a SIGTERM to the shell it started, and that shell ends without passing it on: the server would stay alive
 * and keep the port. So the end of the shell counts as the signal.
 *
 * @param {() => void} end
 */
function endWithParent(end) {
  if (!['start', 'collector'].includes(process.env.npm_lifecycle_event ?? '')) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, 250);
  watch.unref();
}

/** Runs the server until it ends, and ends as it did. */
function serve() {
  const file = join(root, `dist/demo/${program}.js`);
  const server = spawn(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      // A terminal sends Ctrl+C to the server as well; a second one would cut its orderly end short.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      server.kill(signal);
    });
  }
  endWithParent(() => server.kill('SIGTERM'));
  server.on('error', (error) => {
    console.error(`The server could not be started: ${error.message}`);
    process.exit(1);
  });
  server.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
}

async function prepare() {
  if (!(await ensureInstalled())) return false;
  // The documentation is the shop's to serve. Without it the shop opens all the same.
  const site = program === 'server' ? run(process.execPath, [join(root, 'scripts/site.mjs')]) : Promise.resolve(0);
  const isReady = (await isBuilt()) || (await runPackage('vite', 'vite', ['build', '--app'])) === 0;
  if ((await site) !== 0) console.error('The documentation could not be built, so there is no /docs.');
  return isReady;
}

if (await prepare()) serve();
else process.exitCode = 1;
