import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { root } from '../../../scripts/root.mjs';

/** Libraries of the page as their makers ship them for a script tag, by the global that each leaves. */
const shipped = {
  Lenis: ['lenis/dist/lenis.min.js'],
  Turbo: ['@hotwired/turbo/dist/turbo.es2017-umd.js'],
  focusTrap: ['tabbable/dist/index.umd.min.js', 'focus-trap/dist/focus-trap.umd.min.js'],
} as const;

/** The code of a library, to be served as one script. */
export async function libraryCode(name: keyof typeof shipped): Promise<string> {
  const files = await Promise.all(shipped[name].map((file) => readFile(join(root, 'node_modules', file), 'utf8')));
  return files.join(';\n');
}

/** React and its client, which ship as modules for bundlers alone, as the globals `React` and `ReactDOM`. */
export async function reactCode(): Promise<string> {
  const entry = '\0react';
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"development"' },
    plugins: [
      {
        name: 'react',
        resolveId: (id) => (id === 'react-entry' ? entry : undefined),
        load: (id) =>
          id === entry
            ? "import * as React from 'react'; import * as ReactDOM from 'react-dom/client'; Object.assign(window, { React, ReactDOM });"
            : undefined,
      },
    ],
    build: { write: false, minify: false, rolldownOptions: { input: 'react-entry', output: { format: 'iife' } } },
  })) as Rollup.RollupOutput | Rollup.RollupOutput[];
  const [output] = [built].flat();
  return output?.output[0].code ?? '';
}
