// How documents become pages: headings with GitHub's anchors, links to pages of the site, tables and code that scroll by
// themselves, and what the search finds.
import GithubSlugger from 'github-slugger';
import { addressOf } from './addresses.mjs';
import { highlight } from './highlight.mjs';

/**
 * @typedef {object} Part of a page, for the search and the page's own table of contents
 * @property {string} title
 * @property {string} id
 * @property {number} level
 * @property {string} text
 */

/** @typedef {import('markdown-it').default} MarkdownIt */

/** @typedef {ReturnType<MarkdownIt['parse']>[number]} Token */

const anchor = /^<a id="([^"]+)"><\/a>$/;

/** @param {Token} token */
const textOf = (token) =>
  (token.children ?? [])
    .map(({ type, content }) =>
      type === 'softbreak' || type === 'hardbreak' ? ' ' : type === 'html_inline' ? '' : content,
    )
    .join('');

/**
 * @param {MarkdownIt} md
 * @param {Map<string, Part[]>} found gets the parts of each document
 */
export function teach(md, found) {
  md.set({ html: true, linkify: false, typographer: false });
  const { rules } = md.renderer;

  md.core.ruler.push('site', (state) => {
    const { source, isSearched = true } = state.env;
    if (!source) return;
    const slugger = new GithubSlugger();
    /** @type {Part[]} */
    const parts = [];
    state.tokens.forEach((token, i) => {
      const inline = state.tokens[i + 1];
      if (token.type === 'heading_open' && inline) {
        const title = textOf(inline);
        const id = takeAnchor(state.tokens.slice(i - 3, i)) ?? slugger.slug(title);
        token.attrSet('id', id);
        parts.push({ title, id, level: Number(token.tag.slice(1)), text: '' });
      } else if (token.type === 'inline' && state.tokens[i - 1]?.type !== 'heading_open') {
        const part = parts.at(-1);
        if (part && isSearched) part.text += `${textOf(token)} `;
      } else if (token.type === 'fence' && isSearched) {
        const part = parts.at(-1);
        if (part) part.text += `${token.content} `;
      }
      for (const child of token.children ?? []) {
        if (child.type === 'link_open') child.attrSet('href', addressOf(source, child.attrGet('href') ?? ''));
        if (child.type === 'image') {
          child.attrSet('src', addressOf(source, child.attrGet('src') ?? ''));
          child.attrSet('loading', 'lazy');
        }
      }
    });
    found.set(source, parts);
  });

  // Comments mark what scripts write. Nothing else in the documents is HTML.
  rules.html_block = (tokens, i) => unlessComment(tokens[i]?.content ?? '');
  rules.html_inline = (tokens, i) => unlessComment(tokens[i]?.content ?? '');

  // What is wider than the page scrolls by itself, by keyboard too.
  rules.table_open = () => '<div class="wide" tabindex="0" role="group" aria-label="Table"><table>';
  rules.table_close = () => '</table></div>';
  rules.fence = (tokens, i) => {
    const { content = '', info = '' } = tokens[i] ?? {};
    const language = info.trim().split(/\s/)[0] ?? '';
    const code = highlight(content, language) ?? md.utils.escapeHtml(content);
    const label = language ? `Code, ${language}` : 'Code';
    return `<pre tabindex="0" role="group" aria-label="${md.utils.escapeHtml(label)}"><code>${code}</code></pre>\n`;
  };
}

/**
 * The anchor in a paragraph of its own before a heading, by which TypeDoc links to it. The paragraph goes: the heading has its id.
 *
 * @param {readonly Token[]} before
 */
function takeAnchor(before) {
  const [open, inline, close] = before;
  const id = open?.type === 'paragraph_open' && inline && anchor.exec(inline.content.trim())?.[1];
  if (!id) return undefined;
  for (const token of [open, close]) if (token) token.hidden = true;
  inline.children = [];
  return id;
}

/** @param {string} html */
function unlessComment(html) {
  if (/^\s*(<!--[\s\S]*?-->\s*)+$/.test(html)) return '';
  if (/^<\/?(a|br|sup|sub|kbd)\b/i.test(html.trim())) return html;
  throw new Error(`The site has no place for this HTML: ${html.trim().slice(0, 80)}`);
}
