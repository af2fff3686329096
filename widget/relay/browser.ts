// What a bundler for browsers gets instead of this entry point (`exports` in package.json). A page that imports the
// relay has its private key in its own code, where a bundler that replaces `process.env` writes it into a public file.
// So this file has none of the relay's exports: such a build fails, and its message names this file. Whoever gets past that,
// with `import()`, is told here.
throw new Error(
  'hello-again/relay runs on a server: it needs a private key, and everything in a browser’s bundle is public. In the page, import from hello-again.',
);

/** Makes this a module, which stays one when it is built: of a script without exports esbuild takes anything. */
export const isForServers = true;
