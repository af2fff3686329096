// What the test runners' reports say, in one shape. A report that is missing, empty or at odds with the exit code counts as
// a failure: a run that proves nothing must not look like one that passed.

/**
 * @typedef {object} Results
 * @property {number} passed
 * @property {string[]} failed one line a failure
 * @property {string[]} skipped one line a skipped test
 */

/**
 * @param {string} runner
 * @param {Results} results
 * @param {number} exitCode
 * @returns {Results}
 */
function doubt(runner, results, exitCode) {
  const { passed, failed, skipped } = results;
  const reasons = [];
  if (exitCode !== 0 && failed.length === 0) reasons.push(`${runner} ended with exit code ${exitCode}`);
  if (passed + failed.length === 0) reasons.push(`${runner} ran no test`);
  return { passed, failed: [...failed, ...reasons], skipped };
}

const firstLine = (/** @type {string | undefined} */ text) => (text ?? '').trim().split('\n')[0] ?? '';

/**
 * @param {any} report what vitest's `json` reporter wrote; undefined where it wrote nothing
 * @param {number} exitCode
 * @param {string} folder the repository, taken off the names of files
 * @returns {Results}
 */
export function readVitest(report, exitCode, folder) {
  /** @type {Results} */
  const results = { passed: 0, failed: [], skipped: [] };
  for (const file of report?.testResults ?? []) {
    const name = String(file.name)
      .replace(folder, '')
      .replace(/^[\\/]/, '');
    for (const test of file.assertionResults) {
      const title = `${name} › ${[...test.ancestorTitles, test.title].join(' › ')}`;
      if (test.status === 'passed') results.passed += 1;
      else if (test.status === 'failed') results.failed.push(title);
      else results.skipped.push(title);
    }
    const hasOwnFailure = file.assertionResults.some((/** @type {any} */ test) => test.status === 'failed');
    // A file that could not be loaded has no tests to fail.
    if (file.status === 'failed' && !hasOwnFailure) results.failed.push(`${name}: ${firstLine(file.message)}`);
  }
  return doubt('vitest', results, exitCode);
}

/**
 * @param {any} suite
 * @param {readonly string[]} above
 * @returns {{ title: string, test: any }[]}
 */
function testsOf(suite, above = []) {
  const path = [...above, suite.title];
  const own = (suite.specs ?? []).flatMap((/** @type {any} */ spec) =>
    spec.tests.map((/** @type {any} */ test) => ({
      title: `[${test.projectName}] ${[...path, spec.title].join(' › ')}`,
      test,
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((/** @type {any} */ inner) => testsOf(inner, path))];
}

/**
 * @param {any} report what Playwright's `json` reporter wrote; undefined where it wrote nothing
 * @param {string} kind
 * @returns {string[]} what the tests noted of that kind (`test.info().annotations`), in the report's order
 */
export function notesOf(report, kind) {
  return (report?.suites ?? [])
    .flatMap((/** @type {any} */ suite) => testsOf(suite))
    .flatMap((/** @type {{ test: any }} */ { test }) => test.annotations ?? [])
    .filter((/** @type {{ type: string }} */ { type }) => type === kind)
    .map((/** @type {{ description: string }} */ { description }) => description);
}

/**
 * @param {any} report what Playwright's `json` reporter wrote; undefined where it wrote nothing
 * @returns {{ scenarios: number, submissions: number }} what the tests noted of the faults they played
 */
export function countFaults(report) {
  const notes = notesOf(report, 'fault scenario');
  return { scenarios: notes.length, submissions: notes.reduce((sum, note) => sum + Number(note), 0) };
}

/** Why a test says that it is skipped. @param {any} test */
function whyOf(test) {
  const why = (test.annotations ?? []).find((/** @type {any} */ { type }) => type === 'skip')?.description;
  return why ? ` (${why})` : '';
}

/**
 * @param {any} report what Playwright's `json` reporter wrote; undefined where it wrote nothing
 * @param {number} exitCode
 * @returns {Results}
 */
export function readPlaywright(report, exitCode) {
  /** @type {Results} */
  const results = { passed: 0, failed: [], skipped: [] };
  for (const { title, test } of (report?.suites ?? []).flatMap((/** @type {any} */ suite) => testsOf(suite))) {
    if (test.status === 'expected') results.passed += 1;
    else if (test.status === 'skipped' && test.expectedStatus === 'skipped')
      results.skipped.push(`${title}${whyOf(test)}`);
    // What was meant to run and did not (the run was broken off) is no skipped test.
    else results.failed.push(test.status === 'skipped' ? `${title} (was not run)` : title);
  }
  for (const error of report?.errors ?? []) results.failed.push(firstLine(error.message));
  return doubt('Playwright', results, exitCode);
}
