// `npm run verify-consent -- FILE`: checks an exported consent record, offline: nothing is installed, built or
// requested. Reports for every entry whether it is valid, and exits with an error otherwise.
import { readFile } from 'node:fs/promises';
import { checkRecord } from './verifyConsent/checkRecord.mjs';

const [file, ...rest] = process.argv.slice(2);

/**
 * @param {string} path
 * @returns {Promise<unknown>}
 */
async function read(path) {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`${path} cannot be read.`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${path} is no JSON.`);
  }
}

/** @param {string} path */
async function verify(path) {
  const { entries, problems } = checkRecord(await read(path));
  for (const { entry, problems: wrong } of entries) {
    const { at, channel, state, salt, evidence } = entry;
    // Not the number: what is printed here ends in other people's mails.
    const name = `${at}  ${channel} ${state}${salt === null ? ', erased' : ''}${evidence?.wording === 'unknown' ? ', unknown wording' : ''}  ${entry.id}`;
    console.log(wrong.length === 0 ? `holds           ${name}` : `DOES NOT HOLD   ${name}: ${wrong.join('; ')}`);
  }
  for (const problem of problems) console.log(`DOES NOT HOLD   ${problem}`);
  const broken = entries.filter((entry) => entry.problems.length > 0).length;
  const isSound = broken === 0 && problems.length === 0;
  console.log(
    isSound
      ? `\n${entries.length} entries, and all of them hold.`
      : `\n${broken} of ${entries.length} entries do not hold, and ${problems.length} things of the record as a whole.`,
  );
  return isSound;
}

if (file === undefined || rest.length > 0) {
  console.error('Name one file: npm run verify-consent -- record.json');
  process.exitCode = 2;
} else {
  try {
    if (!(await verify(file))) process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
