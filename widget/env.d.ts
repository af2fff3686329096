/** Replaced at build time by the version in package.json. */
declare const __VERSION__: string;
/** Its major part: two major versions do not share a page. */
declare const __MAJOR__: number;

/** In the classic script: the folder of its chunks, ending in `/`. `scripts/classicEntry.ts` declares it. */
declare let $base: string;

declare module '*.css?inline' {
  const css: string;
  export default css;
}
