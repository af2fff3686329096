import { expect, test } from 'vitest';
import type { Explanation } from '../../core/explain.ts';
import { fileFindings, noticeFindings, policyFindings } from './pageFindings.ts';
import type { PageRecord } from './watchPage.ts';

const record = (about: Partial<PageRecord>): PageRecord => ({ failedFiles: [], violations: [], ...about });
const explanation = (missing: readonly string[]) => ({ missing }) as unknown as Explanation;

test('a file that failed is told once, with its reason', () => {
  const failedFiles = [{ name: 'hello-again.popup-abc123.js', why: 'status 404' }];
  expect(fileFindings(record({ failedFiles }), explanation(['hello-again.popup']))).toMatchObject([
    { tone: 'bad', says: 'hello-again.popup-abc123.js did not come: status 404' },
  ]);
});

test('a file that only explain() misses is told as well', () => {
  expect(fileFindings(record({}), explanation(['hello-again.phone-44']))).toMatchObject([{ tone: 'bad' }]);
});

test('a violation by our files or of our collector is bad, and of others a note without their addresses', () => {
  const by = (blocked: string, source = '') => ({ directive: 'connect-src', blocked, source, isEnforced: true });
  const violations = [
    by('https://collect.example/v1/submissions?store=a&email=penny@example.com'),
    { ...by('trusted-types-sink', 'https://cdn.example/hello-again.js'), directive: 'require-trusted-types-for' },
    by('https://ads.example/pixel?id=penny'),
  ];
  const findings = policyFindings(record({ violations }), ['https://collect.example']);
  expect(findings).toMatchObject([
    { tone: 'bad', says: 'the policy’s connect-src blocks https://collect.example/v1/submissions' },
    { tone: 'bad', says: 'Trusted Types blocks trusted-types-sink' },
    { tone: 'note' },
  ]);
  expect(JSON.stringify(findings)).not.toMatch(/penny|ads\.example/);
});

test('a policy that only reports is no failure', () => {
  const violation = { directive: 'script-src', blocked: '/hello-again.js', source: '', isEnforced: false };
  expect(policyFindings(record({ violations: [violation] }), [])).toMatchObject([{ tone: 'note' }]);
});

test('of the owner’s notice mistakes are bad, and what waits is a note', () => {
  const lines = ['bad', 'wait', 'good'].map((tone) => ({ tone, says: tone }));
  expect(noticeFindings(lines).map(({ tone }) => tone)).toEqual(['bad', 'note']);
});
