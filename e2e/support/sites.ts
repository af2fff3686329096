import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { root } from '../../scripts/root.mjs';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** A server of one test. Another port of the same machine is another origin; another name is another site. */
export class Site {
  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {}

  static async start(handle: Handler, host = 'localhost'): Promise<Site> {
    const server = createServer((request, response) => {
      if (request.url === '/favicon.ico') {
        response.writeHead(204).end();
        return;
      }
      Promise.resolve(handle(request, response)).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address !== 'object' || !address) throw new Error('no address');
    return new Site(server, `http://${host}:${address.port}`);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** Answers with a page. */
export function html(body: string, headers: Readonly<Record<string, string>> = {}): Handler {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  };
}

/**
 * Serves what was built, flat, as a theme folder or a CDN does. A classic script needs no permission to be loaded from
 * elsewhere; its chunks are modules and do.
 */
export function builtFiles(folder: string, prefix = '/'): Handler {
  return builtFilesIn(join(root, folder), prefix);
}

/** The same for a folder anywhere. */
export function builtFilesIn(folder: string, prefix = '/'): Handler {
  return async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://any');
    const name = pathname.startsWith(prefix) ? pathname.slice(prefix.length) : '';
    if (!/^[\w.-]+(\/[\w.-]+)*$/.test(name) || name.includes('..')) {
      response.writeHead(404).end();
      return;
    }
    const content = await readFile(join(folder, name)).catch(() => undefined);
    if (!content) response.writeHead(404).end();
    else {
      const type = types[extname(name)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' }).end(content);
    }
  };
}

/** Hands a request to the first handler whose path it starts with. */
export function routes(table: Readonly<Record<string, Handler>>): Handler {
  const sorted = Object.entries(table).sort(([a], [b]) => b.length - a.length);
  return (request, response) => {
    const handler = sorted.find(([path]) => (request.url ?? '').startsWith(path))?.[1];
    if (handler) return handler(request, response);
    response.writeHead(404).end();
  };
}
