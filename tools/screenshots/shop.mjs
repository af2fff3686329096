// A shop of one page, drawn the same in every browser, with whatever options a sheet is about.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';
import { root } from '../../scripts/root.mjs';

const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 240"><rect width="640" height="240" fill="#7a4a2b"/><g fill="#3e2316"><ellipse cx="150" cy="120" rx="90" ry="62" transform="rotate(-24 150 120)"/><ellipse cx="330" cy="140" rx="96" ry="64" transform="rotate(14 330 140)"/><ellipse cx="510" cy="100" rx="90" ry="60" transform="rotate(-12 510 100)"/></g><g fill="none" stroke="#a06a43" stroke-width="9"><path d="M76 152q70-8 76-36t72-30M238 118q80 0 92 22t94 22M424 118q70-6 86-18t84-22"/></g></svg>`;

/** @param {Record<string, unknown>} options */
function shopPage(options) {
  const all = {
    collector: '/v1/submissions',
    brand: 'Harbor Coffee',
    terms: '/terms',
    privacy: '/privacy',
    storage: 'allowed',
    region: 'uk',
    trigger: { delay: 0 },
    coupon: { code: 'BEANS10', when: 'submitted' },
    ...options,
  };
  const product = (/** @type {string} */ name, /** @type {string} */ color) =>
    `<article><div style="background:${color}"></div><h3>${name}</h3><p>£12.50</p></article>`;
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Harbor Coffee</title><script>HelloAgainNotice = false</script><style>
:root{color-scheme:light dark}
body{margin:0;font:17px/1.5 "Avenir Next",Avenir,"Segoe UI",system-ui,sans-serif;background:light-dark(#f6f3ee,#121110);color:light-dark(#221d19,#efe9e2)}
header{display:flex;justify-content:space-between;padding:18px 24px;border-bottom:1px solid light-dark(#ddd5ca,#332e2a)}
main{max-width:1040px;margin:auto;padding:24px}
h1{font-size:clamp(28px,5vw,46px);line-height:1.1;margin:24px 0 8px}
.shelf{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:20px;margin:28px 0}
@media(max-width:600px){html{scrollbar-width:none}.shelf article:nth-child(n+2){display:none}}
.shelf div{aspect-ratio:4/3;border-radius:10px}h3{margin:10px 0 0;font-size:17px}.shelf p{margin:0;opacity:.75}
</style><header><strong>Harbor Coffee</strong><span>Bag (1)</span></header>
<main><h1>Roasted this morning.</h1><p>Small lots from farms we know by name, posted the day they leave the drum.</p>
<div id="signup"></div>
<div class="shelf">${product('House blend', '#8a5a3b')}${product('Kochere', '#b9764a')}${product('Night shift', '#3d3431')}${product('Decaf', '#a9987f')}</div>
<p>${'Every bag carries its roast date, and the name of whoever grew it. '.repeat(8)}</p></main>
<script type="application/json" data-hello-again>${JSON.stringify(all)}</script><script src="/hello-again.js"></script>`;
}

/** @param {() => Record<string, unknown>} optionsOf the options of the page that is asked for next */
export async function startShop(optionsOf) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://any');
    /** @param {string} type @param {string | Buffer} body */
    const answer = (type, body) => response.writeHead(200, { 'content-type': type }).end(body);
    if (pathname === '/') answer('text/html', shopPage(optionsOf()));
    else if (pathname === '/frame') answer('text/html', '<!doctype html><style>body{margin:0}iframe{border:0}</style>');
    else if (pathname === '/picture.svg') answer('image/svg+xml', picture);
    else if (pathname === '/v1/submissions') answer('application/json', JSON.stringify({ outcome: 'linked' }));
    else if (pathname.endsWith('.js')) {
      answer('text/javascript', readFileSync(join(root, 'dist/embed', basename(pathname))));
    } else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://localhost:${typeof address === 'object' && address ? address.port : 0}`, stop };
}
