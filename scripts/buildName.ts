import { minify } from 'terser';
import type { Plugin } from 'vite';
import { hints } from './hints.ts';

/** Writes what pages know the build by: two files whose own names never change. */
export function buildName(build: string): Plugin {
  return {
    name: 'hello-again:build-name',
    applyToEnvironment: (environment) => environment.name === 'embed',
    async generateBundle() {
      const { code } = await minify(`(${hints.toString()})(${JSON.stringify(build)});`, { ecma: 2020 });
      this.emitFile({ type: 'asset', fileName: 'hello-again.json', source: `${JSON.stringify({ build })}\n` });
      this.emitFile({ type: 'asset', fileName: 'hello-again-hints.js', source: `${code ?? ''}\n` });
    },
  };
}
