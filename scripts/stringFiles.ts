import type { Plugin } from 'vite';
import type { LocaleFile } from '../widget/locales/localeFile.ts';
import { all } from './allLocales.ts';

const prefix = 'virtual:strings/';

/** Language and region of each file; the language alone where it has no consent text for a region. */
const files = new Map(
  Object.entries(all).flatMap(([tag, localeFile]): [string, LocaleFile][] => [
    [tag, { ...localeFile, consentTexts: { ...localeFile.consentTexts, regions: {} } }],
    ...Object.entries(localeFile.consentTexts.regions).map(([region, text]): [string, LocaleFile] => [
      `${tag}-${region}`,
      { ...localeFile, consentTexts: { ...localeFile.consentTexts, regions: { [region]: text } } },
    ]),
  ]),
);

/** Code that makes a value. Names are not quoted, so that the build's shorter ones take their place. */
function codeOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => {
    return `${/^[a-z]\w*$/i.test(name) ? name : JSON.stringify(name)}:${codeOf(member)}`;
  });
  return `{${members.join()}}`;
}

/**
 * The classic build's files of strings: one for each language and region, because a visitor needs the consent text of
 * only one region.
 */
export function stringFiles(): Plugin {
  return {
    name: 'hello-again:string-files',
    applyToEnvironment: (environment) => environment.name === 'embed',
    buildStart() {
      for (const name of files.keys()) {
        this.emitFile({ type: 'chunk', id: prefix + name, name: `strings-${name}`, preserveSignature: 'strict' });
      }
    },
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      const localeFile = id.startsWith(`\0${prefix}`) ? files.get(id.slice(prefix.length + 1)) : undefined;
      return localeFile && `export const localeFile = ${codeOf(localeFile)};`;
    },
  };
}
