import { type Assumption, assumptionNames, assumptionTable, type Rates } from './assumptions.ts';
import type { Row } from './run.ts';

/** What is reported of one row, all per 1,000 sign-ups but where the name says otherwise. */
export const columns = {
  signUps: ({ figures }: Row) => figures.signUps,
  duplicates: (row: Row) => perThousand(row, row.figures.duplicates),
  duplicatesByPopup: (row: Row) => perThousand(row, row.figures.duplicates - row.duplicatesAnyway),
  wrongNumbers: (row: Row) => perThousand(row, row.figures.wrongNumbers),
  wrongNumbersMistyped: (row: Row) => perThousand(row, row.figures.mistyped),
  consentsLost: (row: Row) => perThousand(row, row.figures.consentsLost),
  claimedWithoutRecord: (row: Row) => perThousand(row, row.figures.claimed),
  fieldsPerSignUp: ({ figures }: Row) => rounded(figures.fields / figures.signUps, 2),
  fieldsPerSignUpOfMailed: ({ figures }: Row) => rounded(figures.fieldsOfMailed / figures.signUpsOfMailed, 2),
  shownInVain: (row: Row) => perThousand(row, row.figures.shownInVain),
} as const;

export type Column = keyof typeof columns;
export type Line = { readonly rules: string; readonly strategy: string } & Readonly<Record<Column, number>>;

const titles: Readonly<Record<Column, string>> = {
  signUps: 'sign-ups',
  duplicates: 'duplicate profiles',
  duplicatesByPopup: 'beyond a store without popup',
  wrongNumbers: 'numbers on the wrong person',
  wrongNumbersMistyped: 'of these mistyped',
  consentsLost: 'consents lost',
  claimedWithoutRecord: 'consents without a record',
  fieldsPerSignUp: 'fields a sign-up',
  fieldsPerSignUpOfMailed: 'the same, of people mailed already',
  shownInVain: 'popups to people who gave all of it',
};
const names = Object.keys(columns) as Column[];

function perThousand({ figures }: Row, count: number): number {
  return rounded((count * 1000) / figures.signUps, 1);
}

/** Nothing was counted, or nothing to divide by: nought, so that JSON stays a number. */
function rounded(value: number, digits: number): number {
  return Number.isFinite(value) ? Number(value.toFixed(digits)) : 0;
}

export function linesOf(rows: readonly Row[]): Line[] {
  return rows.map((row) => {
    const values = Object.fromEntries(names.map((name) => [name, columns[name](row)])) as Record<Column, number>;
    return { rules: row.rules, strategy: row.strategy, ...values };
  });
}

/** The figures as a Markdown table, which a terminal can show as well. */
export function tableOf(lines: readonly Line[]): string {
  const head = ['rules', 'strategy', ...names.map((name) => titles[name])];
  return markdown([head, ...lines.map((line) => [line.rules, line.strategy, ...names.map((n) => String(line[n]))])]);
}

export function assumptionsOf(rates: Rates): string {
  const rows = assumptionNames.map((name) => {
    const { unit, reason, range }: Assumption = assumptionTable[name];
    return [`\`${name}\``, String(rates[name]), unit, range.join(' to '), reason];
  });
  return markdown([['name', 'value', 'unit', 'believable', 'why'], ...rows]);
}

export function markdown(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const widths = head.map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  const line = (cells: readonly string[]) => `| ${cells.map((c, i) => c.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((w) => '-'.repeat(Math.max(3, w)))), ...body.map(line)].join('\n');
}
