import { expect, test } from 'vitest';
import { isMailReader } from './isMailReader.ts';

test.each([
  'mail.google.com',
  'outlook.live.com',
  'outlook.office.com',
  'www.icloud.com',
  'email.t-online.de',
  'mail.yahoo.com',
  'webmail.isp.example',
  'app.fastmail.com',
  'deref-gmx.net',
  'deref-web.de',
  'lightmailer.gmx.net',
  '3c.web.de',
  'messagerie.orange.fr',
  'messagerie-1.sfr.fr',
  'poczta.onet.pl',
  'poczta.wp.pl',
  'urldefense.com',
  'urldefense.proofpoint.com',
  'protect-eu.mimecast.com',
  'url.us.m.mimecastprotect.com',
  'linkprotect.cudasvc.com',
  'eur01.safelinks.protection.outlook.com',
  'secure-web.cisco.com',
  'app.hey.com',
  'mail.proton.me',
  'e.mail.ru',
  'email.seznam.cz',
  'mail01.orange.fr',
  'webmail2.isp.example',
  'app.tuta.com',
  'navigator.web.de',
  'eu-west-1.protection.sophos.com',
])('whoever comes from %s has read a mail', (host) => {
  expect(isMailReader(host)).toBe(true);
});

test.each([
  'hotmail.forum.example',
  'forum.example.net',
  'mail.forum.example.net',
  'mailbox-talk.example.net',
  'www.web.de',
  'forum.deref-gmx.example',
  'icloudnews.example.net',
  'www.google.com',
  'outlookers.example',
  'urldefense.com.example',
  'mimecast.example',
  'notcudasvc.com',
  '',
  'gmail-tips.example',
])('whoever comes from "%s" may have found the link anywhere', (host) => {
  expect(isMailReader(host)).toBe(false);
});
