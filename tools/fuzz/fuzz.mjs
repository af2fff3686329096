// `npm run fuzz`: puts made-up inputs through every door of the widget's, addresses, cookies, options, answers, numbers, emails and
// JSON. Nothing may throw, and nothing take more than 50 ms. The first ten thousand are part of `npm test`.
//   --count N   how many; a million unless said otherwise
//   --seed S    the first one's; a finding names the seed that makes it again with `--count 1`
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { root } from '../../scripts/root.mjs';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } },
});
const [count, seed] = [Number(values.count), Number(values.seed)];
if (!(count >= 1) || !Number.isInteger(seed)) throw new Error('--count and --seed take whole numbers');

const options = /** @type {const} */ ({ configFile: false, logLevel: 'error' });
/** @type {{ module: typeof import('../../scripts/phoneModules.ts') }} */
const plugin = await runnerImport(join(root, 'scripts/phoneModules.ts'), options);
/** @type {{ module: typeof import('./fuzz.ts') }} */
const { module } = await runnerImport(join(import.meta.dirname, 'fuzz.ts'), {
  ...options,
  plugins: [plugin.module.phoneModules()],
});
const start = performance.now();
const findings = module.fuzz(seed, count, 50);
for (const { door, seed: of, input, problem } of findings.slice(0, 20)) {
  console.log(`${door}, --seed ${of} --count 1: ${problem}\n  ${inspected(input)}`);
}
console.log(
  `${count} inputs from seed ${seed}: ${findings.length} findings, ${Math.round((performance.now() - start) / 1000)} s`,
);
if (findings.length > 0) process.exitCode = 1;

/** @param {unknown} input */
function inspected(input) {
  const text =
    typeof input === 'string'
      ? JSON.stringify(input)
      : (JSON.stringify(input, (_, value) => (typeof value === 'bigint' ? `${value}n` : value)) ?? String(input));
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
