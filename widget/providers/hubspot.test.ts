import { expect, test } from 'vitest';
import { resolve } from '../core/identity/resolve.ts';
import { rules } from '../core/test/evidence.ts';
import { hubspot } from './hubspot.ts';
import { evidenceOf, inShort } from './test/evidenceOf.ts';

// Synthetic.
const query = '_hsenc=p2ANqtz-synthetic_0123456789&_hsmi=1234';
const cookies = { hubspotutk: '0123456789abcdef0123456789abcdef' };

test('link and cookie are read, and identify nobody', () => {
  expect(inShort(hubspot, { query, cookies })).toEqual([
    'link anonymous profile p2ANqtz-synthetic_0123456789',
    'cookie anonymous profile 0123456789abcdef0123456789abcdef',
  ]);
});

test('HubSpot’s identifiers identify nobody even where the collector links by them and everything is trusted', () => {
  const identity = resolve(
    evidenceOf(hubspot, { query, cookies }),
    rules({ linksBy: ['hubspot'], trust: ['guessable', 'clear'] }),
  );
  expect(identity).toMatchObject({ certainty: 'none', evidence: [] });
});

test.each(['', '0123456789abcdef', 'g'.repeat(32), `${cookies.hubspotutk}0`])('a cookie %j is ignored', (value) => {
  expect(inShort(hubspot, { cookies: { hubspotutk: value } })).toEqual([]);
});

test.each(['_hsenc=', '_hsenc=a b', `_hsenc=${'a'.repeat(513)}`, '_hsenc=<script>'])('%s is ignored', (link) => {
  expect(inShort(hubspot, { query: link })).toEqual([]);
});
