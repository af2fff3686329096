import type { Plugin } from 'vite';

/** Writes the build's name into a file whose own name never changes, for pages that preload files of the build by name. */
export function buildName(build: string): Plugin {
  return {
    name: 'hello-again:build-name',
    applyToEnvironment: (environment) => environment.name === 'embed',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'hello-again.json', source: `${JSON.stringify({ build })}\n` });
    },
  };
}
