import Prism from 'prismjs';
import loadLanguages from 'prismjs/components/index.js';

loadLanguages.silent = true;
loadLanguages(['typescript', 'tsx', 'json', 'bash', 'sql', 'ini', 'yaml', 'css', 'markup']);

/** What a fence calls a language, where Prism calls it something else. @type {Record<string, string>} */
const names = {
  ts: 'typescript',
  mjs: 'javascript',
  cjs: 'javascript',
  js: 'javascript',
  sh: 'bash',
  svelte: 'markup',
  html: 'markup',
};

/**
 * Code as HTML. Colours come by class names: a strict policy refuses style attributes.
 *
 * @param {string} code
 * @param {string} language as a fence names it
 * @returns {string | undefined} undefined for a language that is not highlighted
 */
export function highlight(code, language) {
  const name = names[language] ?? language;
  const grammar = Prism.languages[name];
  return grammar && Prism.highlight(code, grammar, name);
}
