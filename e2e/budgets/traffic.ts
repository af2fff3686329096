import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, type Page, type Request } from '@playwright/test';
import { root } from '../../scripts/root.mjs';
import { idleMoment } from '../support/idleMoment.ts';
import type { Site } from '../support/sites.ts';

type Handler = Parameters<typeof Site.start>[0];

const folder = join(root, 'dist/embed');

/** Counts what a page asks for beside itself, and the bytes that a CDN would send for it. */
export class Traffic {
  /** Names of the script's files that were sent, in order; one that was sent twice is listed twice. */
  readonly files: string[] = [];
  /** Bytes of these files as they were sent: bodies compressed with brotli. */
  bytes = 0;
  /** Requests that were begun, the page's own left out. */
  requests = 0;
  readonly #open = new Set<Request>();

  watch(page: Page): void {
    page.on('request', (request) => {
      if (request.isNavigationRequest()) return;
      this.requests += 1;
      this.#open.add(request);
    });
    page.on('requestfinished', (request) => this.#open.delete(request));
    page.on('requestfailed', (request) => this.#open.delete(request));
  }

  /** Serves the built script as a CDN does. */
  readonly serve: Handler = async (request, response) => {
    const name = new URL(request.url ?? '/', 'http://any').pathname.slice(1);
    const content = /^hello-again[\w.-]*\.js$/.test(name)
      ? await readFile(join(folder, name)).catch(() => {})
      : undefined;
    if (!content) {
      response.writeHead(404).end();
      return;
    }
    const body = brotliCompressSync(content);
    this.files.push(name);
    this.bytes += body.length;
    response
      .writeHead(200, {
        'content-type': 'text/javascript',
        'content-encoding': 'br',
        'content-length': body.length,
        'cache-control': 'public, max-age=31536000',
        'access-control-allow-origin': '*',
      })
      .end(body);
  };

  /** Waits until the page is idle, nothing is under way, and idling began nothing further. */
  async untilQuiet(page: Page): Promise<void> {
    let before: number;
    do {
      before = this.requests;
      // Twice: what is put off until the page is idle was put off before this was asked, or by it.
      for (let turn = 0; turn < 2; turn += 1) await idleMoment(page);
      await expect.poll(() => this.#open.size, { intervals: [20, 50, 100] }).toBe(0);
    } while (this.requests !== before);
  }
}
