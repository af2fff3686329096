import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { Liquid } from 'liquidjs';
import { root } from '../../scripts/root.mjs';
import { signUp } from './signUp.mjs';

const page = (/** @type {string} */ body) =>
  `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Harbor Coffee</title><h1>Harbor Coffee</h1>${body}</html>`;

/** What stands for the shop system of each; it answers the page, or says why there is none here. */
const pages = {
  html: () => read('html/index.html'),
  'google-tag-manager': async () => page(`<script>(${likeTagManager})(${inScript(await tag())})</script>`),
  shopify: async () => page(await likeShopify(await read('shopify/blocks/hello-again.liquid'))),
  woocommerce: async () => page(await likeWordPress()),
};

/**
 * An example that is a file for somebody else's page: put into one as its host would, with the files of the package beside it.
 *
 * @param {import('./signUp.mjs').Given} given
 * @returns {Promise<import('./signUp.mjs').Outcome>}
 */
export async function runPlugin({ name, browser, embed }) {
  const html = await pages[/** @type {keyof typeof pages} */ (name)]().catch((/** @type {Error} */ error) => {
    if (error instanceof Missing) return undefined;
    throw error;
  });
  if (html === undefined) return { name, with: '', result: 'not run: no PHP is installed here' };
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://any').pathname;
    if (path === '/') return void response.setHeader('content-type', 'text/html').end(html);
    if (!path.startsWith('/hello-again/') || extname(path) !== '.js') return void response.writeHead(404).end();
    const file = await readFile(join(embed, path.slice('/hello-again/'.length))).catch(() => undefined);
    if (!file) return void response.writeHead(404).end();
    response.setHeader('content-type', 'text/javascript').end(file);
  });
  await new Promise((resolve) => server.listen(0, 'localhost', () => resolve(undefined)));
  try {
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    await signUp(browser, `http://localhost:${port}/`);
  } finally {
    server.close();
  }
  return { name, with: '', result: 'signed up' };
}

/** A text inside a script of a page, which the text's own scripts must not end. @param {string} text */
const inScript = (text) => JSON.stringify(text).replaceAll('<', '\\u003c');

class Missing extends Error {}

const read = (/** @type {string} */ path) => readFile(join(root, 'examples', path), 'utf8');

/** The addresses of the example's shop are those of this page. */
const tag = async () =>
  (await read('google-tag-manager/tag.html'))
    .replaceAll('https://shop.example/', '/')
    .replaceAll('https://collect.example/', '/');

/** As the tag manager does it: each script is made anew, with its text or its address and nothing else. @param {string} html */
const likeTagManager = (html) => {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const given of parsed.querySelectorAll('script')) {
    const script = document.createElement('script');
    if (given.src) script.src = given.getAttribute('src') ?? '';
    else script.text = given.text;
    document.head.append(script);
  }
};

/** @param {string} template */
function likeShopify(template) {
  const engine = new Liquid();
  engine.registerFilter('asset_url', (name) => `/hello-again/${name}`);
  // Shopify reads the schema, and prints nothing of it.
  const schema = /{% schema %}([\s\S]*){% endschema %}/;
  JSON.parse(schema.exec(template)?.[1] ?? '');
  return engine.parseAndRender(template.replace(schema, ''), {
    block: { settings: { collector: '/v1/submissions', terms: '/terms', privacy: '/privacy', region: 'uk' } },
    shop: { name: 'Harbor & Sons "Coffee"' },
  });
}

/** The plugin's file between stand-ins of the functions that it calls. */
async function likeWordPress() {
  const code = `
    define('ABSPATH', '/');
    function add_action($name, $work) { $GLOBALS['work'] = $work; }
    function is_admin() { return false; }
    function wc_get_page_permalink($page) { return "/$page"; }
    function wp_get_current_user() { return new class { public $user_email = ''; function exists() { return false; } }; }
    function plugins_url($path, $file) { return "/$path"; }
    function get_bloginfo($what) { return 'Harbor & Sons "Coffee"'; }
    function get_privacy_policy_url() { return '/privacy'; }
    function esc_attr($text) { return htmlspecialchars($text, ENT_QUOTES); }
    function wp_json_encode($value, $flags) { return json_encode($value, $flags); }
    require '${join(root, 'examples/woocommerce/hello-again.php')}';
    $GLOBALS['work']();`;
  const { stdout } = await promisify(execFile)('php', ['-r', code]).catch((error) => {
    throw error.code === 'ENOENT' ? new Missing() : error;
  });
  return stdout.replaceAll('https://collect.example/', '/');
}
