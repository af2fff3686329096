// `npm run simulate`: what becomes of the profiles of a store, by the way its popup asks. Prints a table; the plain run,
// with nothing changed, writes docs/simulation.md and its picture as well.
//   --people N --seed S       another size, another draw
//   --set name=value          another assumption; may be given often
//   --sensitivity             which assumption matters (some minutes)
//   --json                    the figures alone
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { writeBlock } from '../../scripts/blocks.mjs';
import { root } from '../../scripts/root.mjs';

/** @param {string} path */
async function load(path) {
  const options = /** @type {const} */ ({ configFile: false, logLevel: 'error' });
  /** @type {{ module: typeof import('../../scripts/phoneModules.ts') }} */
  const plugin = await runnerImport(join(root, 'scripts/phoneModules.ts'), options);
  const { module } = await runnerImport(join(import.meta.dirname, path), {
    ...options,
    plugins: [plugin.module.phoneModules()],
  });
  return /** @type {any} */ (module);
}

const usual = { people: 10_000, seed: 1 };
/** A run an assumption and end of range: smaller, or it would take an hour. */
const sensitivityPeople = 2_000;

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: String(usual.people) },
    seed: { type: 'string', default: String(usual.seed) },
    set: { type: 'string', multiple: true, default: [] },
    sensitivity: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});
const people = Number(values.people);
const seed = Number(values.seed);
if (!Number.isInteger(people) || people < 1 || !Number.isInteger(seed)) {
  throw new Error('--people and --seed take whole numbers, --people at least 1');
}
const changed = Object.fromEntries(
  values.set.map((text) => {
    const [name = '', value] = text.split('=');
    return [name, Number(value)];
  }),
);

const { ratesWith } = await load('assumptions.ts');
const { days } = await load('population.ts');
const { simulate } = await load('run.ts');
const { linesOf, tableOf, assumptionsOf } = await load('report.ts');
const { verdicts, verdictText } = await load('target.ts');
const { sensitivity, sensitivityTable, whoComes } = await load('sensitivity.ts');
const { pictureOf } = await load('picture.ts');

const rates = ratesWith(changed);
const rows = simulate({ people, seed, rates });
const lines = linesOf(rows);
const target = verdicts(lines);
const small = { people: Math.min(people, sensitivityPeople), seed, rates };
const swings = values.sensitivity ? sensitivity(small) : undefined;

if (values.json) {
  console.log(
    JSON.stringify({ people, days, seed, rates, lines, target, rows, ...(swings ? { swings } : {}) }, null, 2),
  );
} else {
  const about = `${people.toLocaleString('en')} people, seed ${seed}. All but the first number and the fields are per 1,000 sign-ups.`;
  const result = [about, '', tableOf(lines), '', 'The target:', '', verdictText(target)].join('\n');
  const mix = swings && whoComes(small);
  console.log(`\n${result}\n`);
  if (swings) console.log(`${sensitivityTable(swings)}\n\n${mix}\n`);
  if (people === usual.people && seed === usual.seed && values.set.length === 0) {
    await writeBlock('docs/simulation.md', 'assumptions', assumptionsOf(rates));
    await writeBlock('docs/simulation.md', 'simulation', result);
    if (swings) {
      const size = `${small.people.toLocaleString('en')} people, seed ${seed}, the careful rules.`;
      await writeBlock('docs/simulation.md', 'sensitivity', `${size}\n\n${sensitivityTable(swings)}`);
      await writeBlock('docs/simulation.md', 'who-comes', `${size}\n\n${mix}`);
    }
    if (!values.check) await writeFile(join(root, 'docs/simulation.svg'), pictureOf(lines));
  } else {
    console.log('Not the plain run, so no document was written.');
  }
}
