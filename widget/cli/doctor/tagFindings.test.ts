import { describe, expect, test } from 'vitest';
import { tagsIn } from './readTags.ts';
import { tagFindings } from './tagFindings.ts';

const page = new URL('https://shop.example/');
const tag = {
  src: 'https://cdn.jsdelivr.net/npm/hello-again@0.1.0/dist/embed/hello-again.js',
  'data-collector': 'https://collect.example/v1/submissions',
  'data-brand': 'Harbor Coffee',
};

const found = (on: Record<string, string>, about: Partial<Parameters<typeof tagFindings>[0]> = {}) =>
  tagFindings({ sent: [tag], found: [on], hasSignup: false, page, ...about });

describe('tagsIn', () => {
  test('reads quoted, unquoted and empty attributes, and entities', () => {
    const html = `<script async crossorigin src='/hello-again.js' data-brand="Tom &amp; Ann" data-storage=allowed></script>`;
    expect(tagsIn(html)).toEqual([
      { async: '', crossorigin: '', src: '/hello-again.js', 'data-brand': 'Tom & Ann', 'data-storage': 'allowed' },
    ]);
  });

  test('leaves out comments and scripts of others', () => {
    expect(tagsIn('<!-- <script src="/hello-again.js"></script> --><script src="/shop.js"></script>')).toEqual([]);
  });

  test('finds a tag with > in an attribute, one without an address, and the JSON block', () => {
    const html = `<script src="/hello-again.js" data-heading="5 > 4"></script>
<script data-collector="/v1/submissions">void 0</script><script type="application/json" data-hello-again>{}</script>`;
    expect(tagsIn(html)).toHaveLength(3);
  });
});

describe('the tag', () => {
  test('is well where it stands as it was sent', () => {
    expect(found(tag, { hasSignup: true })).toMatchObject([{ tone: 'good' }]);
  });

  test('may be put in by a script', () => {
    expect(found(tag, { sent: [], hasSignup: true })).toMatchObject([
      { tone: 'good', says: expect.stringContaining('put in by a script') },
    ]);
  });

  test.each<[what: string, on: Record<string, string>, says: RegExp]>([
    ['a delayed type', { ...tag, type: 'text/rocketscript' }, /its type is “text\/rocketscript”/],
    [
      'a moved address',
      { 'data-rocket-src': tag.src, 'data-collector': '/v1/submissions' },
      /stands in data-rocket-src/,
    ],
    ['a lost attribute', { src: tag.src, 'data-collector': '/v1/submissions' }, /takes attributes away: data-brand/],
    ['an http address', { ...tag, src: 'http://cdn.example/hello-again.js' }, /http on an https page/],
  ])('is wrong with %s', (_what, on, says) => {
    expect(found(on)).toContainEqual(expect.objectContaining({ tone: 'bad', says: expect.stringMatching(says) }));
  });

  test('with a delayed type is only worth a note where it ran after all', () => {
    expect(found({ ...tag, type: 'text/plain' }, { hasSignup: true })).toMatchObject([{ tone: 'note' }]);
  });

  test.each([
    ['“/v1/submissions”', /typographic quotes/],
    ['/v1/submissions', undefined],
  ])('with the address %s is told so', (collector, says) => {
    const findings = found({ ...tag, 'data-collector': collector }, { hasSignup: true });
    expect(findings.some((finding) => says?.test(finding.says))).toBe(says !== undefined);
  });

  test('that is nowhere is missing, unless the module made the signup', () => {
    expect(tagFindings({ sent: [], found: [], hasSignup: false, page })).toMatchObject([{ tone: 'bad' }]);
    expect(tagFindings({ sent: [tag], found: [], hasSignup: false, page })[0]?.says).toContain('takes it away');
    expect(tagFindings({ sent: [], found: [], hasSignup: true, page })).toMatchObject([{ tone: 'good' }]);
  });
});
