import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minify } from 'terser';
import type { Plugin } from 'vite';
import { hints } from './hints.ts';

const entry = 'hello-again.js';

/**
 * Writes what pages know the build by, into two files whose own names never change: its name, for pages that preload files of
 * the build, with the hash that a page may name to run this very entry and no other; and a script that writes the hints. Prints
 * the hash as well.
 */
export function buildName(build: string): Plugin {
  const fileName = 'hello-again.json';
  const source = (more: object) => `${JSON.stringify({ build, ...more })}\n`;
  return {
    name: 'hello-again:build-name',
    applyToEnvironment: (environment) => environment.name === 'embed',
    async generateBundle() {
      const { code } = await minify(`(${hints.toString()})(${JSON.stringify(build)});`, { ecma: 2020 });
      this.emitFile({ type: 'asset', fileName, source: source({}) });
      this.emitFile({ type: 'asset', fileName: 'hello-again-hints.js', source: `${code ?? ''}\n` });
    },
    // Of the file as it was written, whatever other plugins have done to it.
    writeBundle({ dir = '' }) {
      const integrity = integrityOf(readFileSync(join(dir, entry)));
      writeFileSync(join(dir, fileName), source({ integrity }));
      this.info(`${entry} integrity="${integrity}"`);
    },
  };
}

/** Subresource integrity, https://www.w3.org/TR/SRI/. */
export function integrityOf(content: Buffer): string {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}
