import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meantEmail } from './emailTypo.ts';

describe('a mistyped popular domain', () => {
  test.each([
    ['gmail.con', 'gmail.com'],
    ['gmail.co', 'gmail.com'],
    ['gmail.cm', 'gmail.com'],
    ['gmail.om', 'gmail.com'],
    ['gmail.comm', 'gmail.com'],
    ['gmail.ocm', 'gmail.com'],
    ['gmial.com', 'gmail.com'],
    ['gmal.com', 'gmail.com'],
    ['gmaill.com', 'gmail.com'],
    ['gnail.com', 'gmail.com'],
    ['GMIAL.COM', 'gmail.com'],
    ['hotmail.con', 'hotmail.com'],
    ['hotmail.co', 'hotmail.com'],
    ['hotmial.com', 'hotmail.com'],
    ['homail.co.uk', 'hotmail.co.uk'],
    ['yaho.com', 'yahoo.com'],
    ['yahooo.co.uk', 'yahoo.co.uk'],
    ['yahoo.co.ukk', 'yahoo.co.uk'],
    ['outlok.com', 'outlook.com'],
    ['outlook.cmo', 'outlook.com'],
    ['iclould.com', 'icloud.com'],
    ['aol.con', 'aol.com'],
    ['gmx.ner', 'gmx.net'],
    ['orage.fr', 'orange.fr'],
    ['t-onlin.de', 't-online.de'],
  ])('%s is corrected to %s', (typed, meant) => {
    expect(meantEmail(`Penny.P+shop@${typed}`)).toBe(`Penny.P+shop@${meant}`);
  });
});

describe('an existing domain is not corrected', () => {
  test.each([
    ...['web.de', 'gmx.de', 'orange.fr', 'yahoo.co.uk', 'company.co', 'mail.ru', 'ymail.com', 'gmx.net', 'live.nl'],
    ...['gmx.at', 'gmx.ch', 'gmx.com', 'mail.com', 'email.com', 'mail.de', 'hotmail.de', 'hotmail.nl', 'live.se'],
    ...['live.dk', 'live.fr', 'outlook.de', 'outlook.fr', 'outlook.jp', 'yahoo.de', 'yahoo.ca', 'yahoo.co.jp'],
    ...['yahoo.co.in', 'yahoo.com.mx', 'yandex.ua', 'yandex.kz', 'icloud.com.cn', 'me.uk', 'free.org', 'sky.de'],
    ...['aim.com', 'man.com', 'mas.com', 'hay.com', 'wen.de', 'gmc.com', 'cnx.net', 'msc.com', 'pw.me', 'all.com'],
    ...['example.com', 'harbor.example', 'gov.uk', 'mail.example.com', 'gmail.com.example.org', 'proton.ch'],
    ...['qq.cn', 'naver.jp', 'xn--bcher-kva.example', 'bücher.example', '.com'],
  ])('%s', (domain) => {
    expect(meantEmail(`penny@${domain}`)).toBeUndefined();
  });
});

test.each(['', '@', 'penny', '@gmial.com', 'penny@'])('%j is no address and gets no suggestion', (text) => {
  expect(meantEmail(text)).toBeUndefined();
});

test('a suggestion is stable, and changes nothing before the at sign', () => {
  const domain = fc.constantFrom('gmail.com', 'hotmail.co.uk', 'orange.fr', 'gmx.net', 'optusnet.com.au');
  const slip = fc.tuple(domain, fc.nat(12), fc.constantFrom('', 'a', '.', 'm', 'oo'));
  fc.assert(
    fc.property(fc.emailAddress(), slip, (email, [right, at, letter]) => {
      const local = email.slice(0, email.lastIndexOf('@'));
      const meant = meantEmail(`${local}@${right.slice(0, at)}${letter}${right.slice(at + 1)}`);
      if (meant === undefined) return;
      expect(meant.startsWith(`${local}@`)).toBe(true);
      expect(meantEmail(meant)).toBeUndefined();
    }),
  );
});
