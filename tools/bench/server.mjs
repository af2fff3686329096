import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';

/**
 * @typedef {object} Server
 * @property {string} origin
 * @property {() => { bytes: number, requests: number }} take what was asked for since this was last called, the page itself
 *   left out; bytes are those of the compressed bodies, answers to a POST left out
 * @property {() => Promise<void>} stop
 */

/** What PostHog's script asks its own server for: one survey, and nothing else turned on. */
const survey = {
  id: '0199f3c2-0000-7000-8000-000000000001',
  name: 'Number',
  type: 'popover',
  description: '',
  questions: [{ id: 'q1', type: 'open', question: 'Your mobile number', optional: false }],
  conditions: null,
  appearance: {},
  start_date: '2026-01-01T00:00:00Z',
  end_date: null,
  linked_flag_key: null,
  targeting_flag_key: null,
  internal_targeting_flag_key: null,
  current_iteration: null,
  current_iteration_start_date: null,
};
const remoteConfig = { token: 'bench', supportedCompression: [], surveys: true, hasFeatureFlags: false };

/** Answers by the beginning of a path: a type and a body. @type {readonly [string, string, string][]} */
const answers = [
  ['/v1/submissions', 'application/json', JSON.stringify({ outcome: 'accepted', subscribed: ['sms', 'email'] })],
  ['/api/surveys/', 'application/json', JSON.stringify({ surveys: [survey] })],
  [
    '/array/bench/config.js',
    'text/javascript',
    `(window._POSTHOG_REMOTE_CONFIG ??= {}).bench = { config: ${JSON.stringify(remoteConfig)}, siteApps: [] };`,
  ],
  ['/array/bench/config', 'application/json', JSON.stringify(remoteConfig)],
  ['/flags/', 'application/json', JSON.stringify({ featureFlags: {}, ...remoteConfig })],
  ['/api/1/envelope/', 'application/json', '{}'],
  ['/e/', 'application/json', '{}'],
  ['/i/', 'application/json', '{}'],
];

/**
 * Serves pages and files as a CDN does: compressed, and to be kept by browsers.
 *
 * @param {ReadonlyMap<string, Buffer>} files
 * @param {(path: string) => string | undefined} pageAt
 * @param {string} host how the browser calls this machine
 * @returns {Promise<Server>}
 */
export async function startServer(files, pageAt, host) {
  const compressed = new Map([...files].map(([path, content]) => [`/${path}`, brotliCompressSync(content)]));
  let taken = { bytes: 0, requests: 0 };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://any').pathname;
    const page = pageAt(path);
    if (page !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' }).end(page);
      return;
    }
    if (path === '/favicon.ico') {
      response.writeHead(204, { 'cache-control': 'max-age=86400' }).end();
      return;
    }
    const file = compressed.get(path);
    const answer = answers.find(([start]) => path.startsWith(start));
    const body = file ?? brotliCompressSync(answer?.[2] ?? '');
    taken.requests += 1;
    // The answer to what was typed is the collector's, no part of a script.
    if (request.method === 'GET') taken.bytes += body.length;
    response
      .writeHead(file || answer ? 200 : 404, {
        'content-type': file ? 'text/javascript' : (answer?.[1] ?? 'text/plain'),
        'content-encoding': 'br',
        'content-length': body.length,
        'cache-control': file ? 'public, max-age=31536000, immutable' : 'no-store',
        'access-control-allow-origin': '*',
      })
      .end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no address');
  return {
    origin: `http://${host}:${address.port}`,
    take() {
      const before = taken;
      taken = { bytes: 0, requests: 0 };
      return before;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
