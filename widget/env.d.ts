/** Replaced at build time by the version in package.json. */
declare const __VERSION__: string;
/** Its major part: two major versions do not share a page. */
declare const __MAJOR__: number;

/** In the classic script: the folder of its chunks, ending in `/`. `scripts/classicEntry.ts` declares it. */
declare let $base: string;
/** In the classic script: fetches a file of this build by its name. `scripts/classicEntry.ts` declares it. */
declare const $load: (name: string) => Promise<unknown>;

declare module '*.css?inline' {
  const css: string;
  export default css;
}
