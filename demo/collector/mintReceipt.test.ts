import { expect, test } from 'vitest';
import { mintLink, openSubject, sealSubject, verifyLink } from '../../widget/link/index.ts';
import { receiptMinter } from './mintReceipt.ts';

const now = new Date('2026-11-30T12:00:00Z');
const about = { audience: 'harbor', scope: 'contact:add', now, expiresIn: 60 };

test.each([
  ['a text', { kid: 'k', secret: 'ü'.repeat(32) }],
  ['bytes', { kid: 'k', secret: new Uint8Array(40).fill(200) }],
])('a receipt’s token differs from one that the link library makes, with a secret that is %s', async (_name, key) => {
  const token = receiptMinter(key)({ subject: 'profile 7', ...about });
  const link = await verifyLink(token, { audience: 'harbor', keys: [key], now });
  const subject = link.ok ? link.subject : '';
  expect(await openSubject(subject, key)).toBe('profile 7');
  expect(subject).toHaveLength((await sealSubject('profile 7', key)).length);
  expect(token).toBe(await mintLink({ subject, key, ...about }));
});
