import type { RuleSetName } from '../../demo/collector/rules/types.ts';
import { type Assumption, type AssumptionName, assumptionNames, assumptionTable, type Rates } from './assumptions.ts';
import { linesOf, markdown } from './report.ts';
import { type Setup, simulate } from './run.ts';
import { alwaysBoth, helloAgain } from './strategies.ts';
import { percent, verdicts } from './target.ts';

/** What comes out where one assumption is other than assumed. */
export interface Outcome {
  readonly duplicates: number;
  /** Hello Again’s duplicates less those of always asking both. */
  readonly gap: number;
  readonly fieldShare: number;
}

export interface Swing {
  readonly name: AssumptionName;
  readonly low: Outcome;
  readonly high: Outcome;
}

const rules: RuleSetName = 'careful';

function outcomeOf(setup: Setup): Outcome {
  const lines = linesOf(simulate(setup, [alwaysBoth, helloAgain], [rules]));
  const [both, ours] = lines;
  const [verdict] = verdicts(lines);
  const duplicates = ours?.duplicates ?? 0;
  return { duplicates, gap: duplicates - (both?.duplicates ?? 0), fieldShare: verdict?.fieldShare ?? 0 };
}

/** Each assumption at the ends of its range, the others as they are; what moves the fields asked most comes first. */
export function sensitivity(setup: Setup & { readonly rates: Rates }): Swing[] {
  const at = (name: AssumptionName, value: number) => outcomeOf({ ...setup, rates: { ...setup.rates, [name]: value } });
  const swings = assumptionNames.map((name) => {
    const { range }: Assumption = assumptionTable[name];
    return { name, low: at(name, range[0]), high: at(name, range[1]) };
  });
  const swing = ({ low, high }: Swing) => Math.abs(high.fieldShare - low.fieldShare);
  return swings.sort((a, b) => swing(b) - swing(a));
}

export function sensitivityTable(swings: readonly Swing[]): string {
  const head = ['assumption', 'from', 'to', 'fields, of always both', 'duplicates', 'against always both'];
  const pair = (low: string, high: string) => `${low} → ${high}`;
  const fixed = (value: number) => value.toFixed(1);
  return markdown([
    head,
    ...swings.map(({ name, low, high }) => [
      `\`${name}\``,
      ...assumptionTable[name].range.map(String),
      pair(percent(low.fieldShare), percent(high.fieldShare)),
      pair(fixed(low.duplicates), fixed(high.duplicates)),
      pair(fixed(low.gap), fixed(high.gap)),
    ]),
  ]);
}

/** Stores that differ in who comes: the share on file, and how many visits come by mail against those that come by themselves. */
export function whoComes(setup: Setup & { readonly rates: Rates }): string {
  const head = [
    'people on file',
    'clicks in mails',
    'own visits',
    'fields, of always both',
    'duplicates against always both',
  ];
  const rows = [0.45, 0.7, 0.95].flatMap((onFile) =>
    [
      [3, 4],
      [8, 4],
      [8, 1],
    ].map(([clicks = 0, visits = 0]) => {
      const { fieldShare, gap } = outcomeOf({ ...setup, rates: { ...setup.rates, onFile, clicks, visits } });
      return [percent(onFile), String(clicks), String(visits), percent(fieldShare), gap.toFixed(1)];
    }),
  );
  return markdown([head, ...rows]);
}
