// One page around the HTML of one document.
import { posix } from 'node:path';
import { pageOf } from './addresses.mjs';
import { sections } from './navigation.mjs';

/** @param {string} text */
export const escapeHtml = (text) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** Every page of the navigation once, in order. */
const order = sections
  .flatMap(({ pages }) => pages)
  .filter(({ source }, i, all) => all.findIndex((other) => other.source === source) === i);

/**
 * @param {object} page
 * @param {string} page.source
 * @param {string} page.content HTML
 * @param {readonly import('./markdown.mjs').Part[]} page.parts
 * @returns {string}
 */
export function layout({ source, content, parts }) {
  const here = pageOf(source);
  /** @param {string} file */
  const to = (file) => posix.relative(posix.dirname(here), file) || posix.basename(file);
  const title = parts[0]?.title ?? source;
  const entry = order.findIndex((page) => page.source === source);
  const [before, after] = entry < 0 ? [] : [order[entry - 1], order[entry + 1]];
  const isCurrent = (/** @type {string} */ other) =>
    other === source || (other.startsWith('api/') && source.startsWith('api/'));

  const navigation = sections
    .map(({ reader, pages }) => {
      const links = pages.map(({ source: other, label }) => {
        const current = other === source ? ' aria-current="page"' : isCurrent(other) ? ' aria-current="true"' : '';
        return `<li><a href="${to(pageOf(other))}"${current}>${escapeHtml(label)}</a></li>`;
      });
      return `<h2>${reader}</h2>\n<ul>\n${links.join('\n')}\n</ul>`;
    })
    .join('\n');

  // In the reference the second level says only what kind of things follow.
  const level = source.startsWith('api/') ? 3 : 2;
  const headings = parts.filter((part) => part.level === level);
  const contents =
    headings.length < 3
      ? ''
      : `<nav class="contents" aria-labelledby="contents"><h2 id="contents">On this page</h2><ul>
${headings.map(({ title: text, id }) => `<li><a href="#${id}">${escapeHtml(text)}</a></li>`).join('\n')}
</ul></nav>`;

  const neighbour = (/** @type {typeof before} */ page, /** @type {string} */ rel) =>
    page
      ? `<a rel="${rel}" href="${to(pageOf(page.source))}"><span>${rel === 'prev' ? 'Before' : 'Next'}</span> ${escapeHtml(page.label)}</a>`
      : '<span></span>';
  const neighbours =
    before || after
      ? `<nav class="neighbours" aria-label="Neighbouring pages">${neighbour(before, 'prev')}${neighbour(after, 'next')}</nav>`
      : '';

  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}${title === 'Hello Again' ? '' : ' · Hello Again'}</title>
<link rel="icon" href="${to('icon.svg')}">
<link rel="stylesheet" href="${to('site.css')}">
<script type="module" src="${to('site.js')}"></script>
</head>
<body data-root="${to('index.html').replace(/index\.html$/, '')}">
<a class="skip" href="#main">Skip to the text</a>
<header>
<a class="home" href="${to('index.html')}">Hello Again <span>documentation</span></a>
<search>
<form action="${to('index.html')}">
<label class="hidden" for="query">Search the documentation</label>
<input id="query" name="q" type="search" placeholder="Search" autocomplete="off" aria-controls="results">
<p class="count hidden" role="status" id="count"></p>
</form>
<ol class="results" id="results" hidden></ol>
</search>
</header>
<div class="page">
<details class="menu">
<summary>All pages</summary>
<nav aria-label="Documentation">
${navigation}
</nav>
</details>
<main id="main" tabindex="-1">
${content}
${neighbours}
</main>
${contents}
</div>
</body>
</html>
`;
}
