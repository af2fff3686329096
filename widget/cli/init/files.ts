/** The page: the tag with what no popup can do without. */
export const page = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Your shop</title>
  <script async src="/hello-again/hello-again.js"
    data-collector="/v1/submissions"
    data-store="your-shop"
    data-brand="Your shop"
    data-terms="/#terms"
    data-privacy="/#privacy"
    data-region="uk"
    data-storage="allowed"></script>
</head>
<body>
  <h1>Your shop</h1>
  <p>The popup opens in three seconds. What you send appears in <code>sign-ups.jsonl</code>.</p>
  <p>As who comes by a link in a mail: <a href="/?ha_id=contact-1&ha=force">Penny</a>.
    Keep it closed: <a href="/?ha=off">?ha=off</a>. Start anew: <button onclick="HelloAgain.forget()">forget me</button></p>
  <h2 id="terms">Terms</h2>
  <h2 id="privacy">Privacy</h2>
</body>
</html>
`;

/** Page and collector at one address, so that there is one thing to start. */
export const server = `// Serves the page, and passes sign-ups on to the collector. For your own machine.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer, request as ask } from 'node:http';
import { extname, join, normalize } from 'node:path';

const port = Number(process.env.PORT ?? 4300);
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json' };

const collector = spawn(process.execPath, ['collector.mjs'], { env: { ...process.env, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] });
process.on('exit', () => collector.kill());
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
const address = await new Promise((found) => {
  collector.stdout.on('data', (line) => found(new URL(/http:\\S+/.exec(line)[0])));
});

createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (pathname.startsWith('/v1/')) {
    const { method, headers, url } = request;
    const passed = ask({ port: address.port, method, headers, path: url }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.writeHead(502).end());
    request.pipe(passed);
    return;
  }
  const name = pathname === '/' ? 'index.html' : normalize(pathname).replace(/^[/\\\\]+/, '');
  // The page and the script, and nothing else of this folder: the sign-ups lie in it.
  const isPublic = name === 'index.html' || /^hello-again[/\\\\][\\w.-]+$/.test(name);
  const content = isPublic ? await readFile(join(import.meta.dirname, name)).catch(() => undefined) : undefined;
  if (content) response.writeHead(200, { 'content-type': types[extname(name)] ?? 'text/plain' }).end(content);
  else response.writeHead(404).end();
}).listen(port, '127.0.0.1', function listening() {
  console.log(\`Open http://localhost:\${this.address().port}/\`);
});
`;

/** What is to be known. */
export const readme = `# A page with the popup, and its collector

\`node serve.mjs\` starts both, at http://localhost:4300. \`index.html\` is the page, \`collector.mjs\` takes the sign-ups and writes
them into \`sign-ups.jsonl\`, \`hello-again/\` has the script and its files.

- Replace brand, terms and privacy: they are part of what a visitor agrees to.
- \`npx hello-again doctor http://localhost:4300\` says what works. \`npx hello-again check-collector http://localhost:4300/v1/submissions\`
  holds your changes of the collector against the protocol.
- Then copy the tag to your site, \`hello-again/\` beside it, and the collector to a server of yours.
`;
