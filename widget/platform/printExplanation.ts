import type { Explanation } from '../core/explain.ts';

/** Prints a decision for whoever typed `HelloAgain.explain()` into a console: a sentence and a short table. */
export function printExplanation({ sentence, evidence, rows, keepsClosed, missing, problems }: Explanation): void {
  const decided = rows.find(({ fits }) => fits);
  console.info(`hello-again: ${sentence}`);
  console.table([
    ...evidence.map(({ source, issuer, field, strength, why }) => {
      return { seen: `${source}: ${field} of ${issuer}`, worth: strength, used: why ? `no, ${why}` : 'yes' };
    }),
    ...(evidence.length === 0 ? [{ seen: 'nothing that names anybody', worth: '', used: '' }] : []),
  ]);
  if (decided) console.info(`Row ${rows.indexOf(decided) + 1} of ${rows.length} decides: ${decided.reason}.`);
  for (const { by, until, says } of keepsClosed) {
    console.info(`Kept closed by ${by}${until ? ` until ${until}` : ''}${says ? `: ${says}` : ''}.`);
  }
  if (missing.length > 0) console.warn(`Could not be fetched: ${missing.join(', ')}.`);
  for (const problem of problems) console.warn(problem);
}
