import { domainToASCII } from 'node:url';
import { expect, test } from 'vitest';
import { contactKey } from './contactKey.ts';

test.each([
  ['Penny@Example.COM', 'penny@example.com'],
  ['ÉMILE@example.com', 'émile@example.com'],
  ['e\u0301mile@example.com', 'émile@example.com'],
  ['İBO@example.com', 'i̇bo@example.com'],
  ['a@BÜCHER.example', 'a@xn--bcher-kva.example'],
  ['a@xn--bcher-kva.example', 'a@xn--bcher-kva.example'],
  ['a@bücher。example', 'a@xn--bcher-kva.example'],
  ['odd"@"name@Example.com', 'odd"@"name@example.com'],
])('%s is compared as %s', (email, key) => {
  expect(contactKey(email)).toBe(key);
});

test.each(['+447700900982', 'hmac-sha256:00ff', '', 'a@', 'a@1.1', 'a@/ü', 'a@\ud800.example'])(
  'what is no email, or no domain, is compared as it is: %j',
  (contact) => {
    expect(contactKey(contact)).toBe(contact);
  },
);

test('made of a key, the key is the same', () => {
  for (const email of ['İBO@Bücher.example', 'ÉMILE@faß.example', 'ΣΑΣ@ΣΑΣ.example', 'a@日本語。example']) {
    expect(contactKey(contactKey(email))).toBe(contactKey(email));
  }
});

test('the domain is the one that Node makes of it', () => {
  for (const domain of ['bücher.example', 'faß.example', '日本語.example', 'ΣΑΣ.example']) {
    expect(contactKey(`a@${domain}`)).toBe(`a@${domainToASCII(domain)}`);
  }
});
