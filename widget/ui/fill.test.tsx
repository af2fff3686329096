import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { fill } from './fill.tsx';

const link = <a href="/terms">Terms</a>;

test.each([
  ['a slot becomes its node', 'Read {terms}.', 'Read <a href="/terms">Terms</a>.'],
  ['every time it stands there', '{terms}, {terms}', '<a href="/terms">Terms</a>, <a href="/terms">Terms</a>'],
  ['what has no node stays', '{terms} {other}', '<a href="/terms">Terms</a> {other}'],
  ['no slot is filled with what every object has', '{toString} {constructor}', '{toString} {constructor}'],
  ['a sentence without slots stays', 'Text me offers.', 'Text me offers.'],
  ['markup in a sentence is text', '<b>{terms}</b>', '&lt;b><a href="/terms">Terms</a>&lt;/b>'],
])('%s', (_title, text, html) => {
  expect(render(<p>{fill(text, { terms: link })}</p>)).toBe(`<p>${html}</p>`);
});
