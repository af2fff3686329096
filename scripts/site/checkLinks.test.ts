import { expect, test } from 'vitest';
import { checkLinks } from './checkLinks.mjs';

const files = new Set(['index.html', 'api/index.html', 'assets/map.svg']);
const of = (body: string) =>
  checkLinks(
    new Map([
      ['index.html', `<h2 id="part">Part</h2>${body}`],
      ['api/index.html', '<h2 id="open">Open</h2>'],
    ]),
    files,
  );

test.each([
  '<a href="#part">',
  '<a href="api/index.html#open">',
  '<a class="x" href="index.html">',
  '<img loading="lazy" src="assets/map.svg">',
  '<a href="https://law.example/act?a=1&amp;b=2#part">',
  '<a href="mailto:me@shop.example">',
])('a link that leads somewhere is refused: %s', (link) => {
  expect(of(link)).toEqual([]);
});

test.each([
  ['<a href="#none">', '#none'],
  ['<a href="api/index.html#part">', 'api/index.html#part'],
  ['<a href="none.html">', 'none.html'],
  ['<img src="map.svg">', 'map.svg'],
  ['<a href="https:///act">', 'https:///act'],
  ['<a href="https://localhost">', 'https://localhost'],
  ['<a href="javascript:void 0">', 'javascript:void 0'],
])('a link that leads nowhere is not noticed: %s', (link, target) => {
  expect(of(link)).toEqual([`index.html: ${target}`]);
});
