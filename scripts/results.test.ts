import { describe, expect, test } from 'vitest';
import { countFaults, notesOf, readPlaywright, readVitest } from './results.mjs';

describe('the unit tests’ report', () => {
  const file = {
    name: '/repo/widget/a.test.ts',
    status: 'failed',
    message: '',
    assertionResults: [
      { ancestorTitles: ['a'], title: 'works', status: 'passed' },
      { ancestorTitles: ['a'], title: 'breaks', status: 'failed' },
      { ancestorTitles: [], title: 'waits', status: 'todo' },
    ],
  };

  test('is counted, and failed and skipped tests are named', () => {
    expect(readVitest({ testResults: [file] }, 1, '/repo')).toEqual({
      passed: 1,
      failed: ['widget/a.test.ts › a › breaks'],
      skipped: ['widget/a.test.ts › waits'],
    });
  });

  test('fails for a file that could not be loaded', () => {
    const broken = { name: '/repo/b.test.ts', status: 'failed', message: 'Cannot find x\n at y', assertionResults: [] };
    const { failed } = readVitest({ testResults: [broken] }, 1, '/repo');
    expect(failed).toEqual(['b.test.ts: Cannot find x']);
  });

  test('fails when nothing ran, even with exit code 0', () => {
    expect(readVitest(undefined, 0, '/repo').failed).toEqual(['vitest ran no test']);
    expect(readVitest({ testResults: [] }, 0, '/repo').failed).toEqual(['vitest ran no test']);
  });

  test('fails when the exit code says so and no test does', () => {
    const good = { ...file, status: 'passed', assertionResults: file.assertionResults.slice(0, 1) };
    expect(readVitest({ testResults: [good] }, 1, '/repo').failed).toEqual(['vitest ended with exit code 1']);
  });
});

test('the simulated faults of all files are added up', () => {
  const spec = (...annotations: object[]) => ({ title: 'a', tests: [{ projectName: 'desktop', annotations }] });
  const fault = (submissions: number) => ({ type: 'fault scenario', description: String(submissions) });
  const suites = [
    { title: 'faults', specs: [spec(fault(1)), spec({ type: 'slow' })], suites: [{ specs: [spec(fault(500))] }] },
  ];
  expect(countFaults({ suites })).toEqual({ scenarios: 2, submissions: 501 });
  expect(countFaults(undefined)).toEqual({ scenarios: 0, submissions: 0 });
  expect(notesOf({ suites }, 'fault scenario')).toEqual(['1', '500']);
});

describe('the browser tests’ report', () => {
  const spec = (title: string, status: string, expectedStatus = 'passed') => ({
    title,
    tests: [{ projectName: 'desktop', status, expectedStatus }],
  });

  test('is counted through nested suites', () => {
    const report = {
      suites: [
        {
          title: 'cases/one.spec.ts',
          specs: [spec('works', 'expected')],
          suites: [{ title: 'inner', specs: [spec('breaks', 'unexpected'), spec('left out', 'skipped', 'skipped')] }],
        },
      ],
      errors: [],
    };
    expect(readPlaywright(report, 1)).toEqual({
      passed: 1,
      failed: ['[desktop] cases/one.spec.ts › inner › breaks'],
      skipped: ['[desktop] cases/one.spec.ts › inner › left out'],
    });
  });

  test('counts a test that passed at the second try as failed', () => {
    const report = { suites: [{ title: 'a', specs: [spec('wavers', 'flaky')] }] };
    expect(readPlaywright(report, 0).failed).toHaveLength(1);
  });

  test('counts a test that should have run and did not as failed', () => {
    const report = { suites: [{ title: 'a', specs: [spec('later', 'skipped')] }] };
    expect(readPlaywright(report, 1).failed).toEqual(['[desktop] a › later (was not run)']);
  });

  test('fails on an error outside any test, such as a server that did not start', () => {
    const { failed } = readPlaywright({ suites: [], errors: [{ message: 'Error: no server\nmore' }] }, 1);
    expect(failed).toContain('Error: no server');
  });
});
