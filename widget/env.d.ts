/** Replaced at build time by the version in package.json. */
declare const __VERSION__: string;
/** Its major part: two major versions do not share a page. */
declare const __MAJOR__: number;

/** In the classic script: the folder of its chunks, ending in `/`. `scripts/classicEntry.ts` declares it. */
declare let $base: string;
/** In the classic script: fetches a file of this build by its name. `scripts/classicEntry.ts` declares it. */
declare const $load: import('./signup/session.ts').Load;
/** In the classic script: names its files to the bundler, and is left out. */
declare const $files: (...files: readonly (() => Promise<unknown>)[]) => void;

declare module '*.css?inline' {
  const css: string;
  export default css;
}

// What `scripts/phoneModules.ts` makes of the phone library's metadata.

declare module 'virtual:phone-packs' {
  /** Each pack's name, and its table of calling codes. `scripts/phone/files.ts` writes them. */
  export const packs: readonly (readonly [name: string, table: string])[];
  export function loadPack(name: string): Promise<import('./phone/phoneSlices.ts').PhonePack>;
}

declare module 'virtual:phone-homes' {
  /** @param code one of those that `homeFile()` returns */
  export function loadHome(
    code: string,
  ): Promise<{ readonly phoneRules: import('./core/contact/phone.ts').PhoneRules }>;
}

declare module 'virtual:phone-repairs' {
  export const repairNumber: import('./phone/numberingPlans.ts').RepairNumber;
}

declare module 'virtual:phone-examples' {
  /** By country, in national form: `{ GB: '07700 900982' }`. */
  const examples: Readonly<Record<string, string>>;
  export default examples;
}

declare module '*.mjs?raw' {
  const text: string;
  export default text;
}
