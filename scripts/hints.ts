/// <reference lib="dom" />

/**
 * What `hello-again-hints.js` runs: it names the build's files to the browser by `modulepreload`, so that a page can hint at
 * them without knowing the build. Its tag says which, `data-files="popup memory strings-en-uk phone-44"`.
 */
export function hints(build: string): void {
  const tag = document.currentScript;
  // An element that the page calls `currentScript` stands in its place and must not choose an address.
  if (!(tag instanceof HTMLScriptElement)) return;
  for (const name of (tag.dataset.files ?? 'popup memory').match(/[\w-]+/g) ?? []) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.nonce = tag.nonce;
    link.href = new URL(`hello-again.${name}-${build}.js`, tag.src).href;
    document.head.append(link);
  }
}
