import type { Counted } from './checkCounts.ts';
import { differenceInterval, moreNeeded, rate, type Share } from './interval.ts';
import type { CountRow } from './readCounts.ts';

/** What became of page views on which something would have been asked. */
export interface Funnel {
  /** An ask, or a variant. */
  readonly name: string;
  readonly asked: number;
  readonly shown: number;
  readonly heldOut: number;
  readonly typed: number;
  readonly closed: number;
  readonly submitted: number;
  /** Taken by the collector, `pending` ones among them. */
  readonly signedUp: number;
}

/** What the popup has brought. */
export interface Results {
  readonly byAsk: readonly Funnel[];
  /** Only where there are variants. */
  readonly byVariant: readonly Funnel[];
  /** Sign-ups with the popup against those of visitors who were held out. */
  readonly verdict: string;
}

const taken: readonly Counted[] = ['linked', 'accepted', 'pending', 'unknown'];

export function resultsOf(rows: readonly CountRow[]): Results {
  const byVariant = funnelsBy(rows, (row) => row.variant || '(none)');
  const isHoldout = ({ heldOut, shown }: Funnel) => heldOut > shown;
  return {
    byAsk: funnelsBy(rows, (row) => row.ask),
    byVariant: rows.some(({ variant }) => variant) ? byVariant : [],
    verdict: verdictOf(
      byVariant.filter((f) => !isHoldout(f)),
      byVariant.filter(isHoldout),
    ),
  };
}

function funnelsBy(rows: readonly CountRow[], nameOf: (row: CountRow) => string): Funnel[] {
  const names = [...new Set(rows.map(nameOf))];
  return names.map((name) => {
    const own = rows.filter((row) => nameOf(row) === name);
    const sum = (...whats: readonly Counted[]) =>
      own.filter(({ what }) => whats.includes(what)).reduce((total, { times }) => total + times, 0);
    return {
      name,
      asked: sum('asked'),
      shown: sum('shown'),
      heldOut: sum('heldOut'),
      typed: sum('typed'),
      closed: sum('closed'),
      submitted: sum('submitted'),
      signedUp: sum(...taken),
    };
  });
}

function shareOf(funnels: readonly Funnel[]): Share {
  const sum = (name: 'shown' | 'heldOut' | 'signedUp') => funnels.reduce((total, f) => total + f[name], 0);
  return { of: sum('shown') + sum('heldOut'), times: sum('signedUp') };
}

function verdictOf(shown: readonly Funnel[], held: readonly Funnel[]): string {
  const [popup, holdout] = [shareOf(shown), shareOf(held)];
  if (popup.of === 0) return 'Nothing has been counted yet.';
  const own = `${percent(rate(popup))} of ${views(popup.of)} with the popup ended in a sign-up`;
  if (holdout.of === 0) {
    return `${own}. How many of them would have signed up anyway, only a holdout can tell: add a variant with isHoldout.`;
  }
  const compared = `${own}, and ${percent(rate(holdout))} of ${number(holdout.of)} without it`;
  const [low, high] = differenceInterval(popup, holdout);
  const between = (a: number, b: number) => `between ${points(a)} and ${points(b)}`;
  const each = 'for every 100 page views (95 %)';
  if (low > 0) return `The popup earns sign-ups: ${between(low, high)} more ${each}. ${compared}.`;
  if (high < 0) return `The popup costs sign-ups: ${between(-high, -low)} fewer ${each}. ${compared}.`;
  const more = moreNeeded(popup, holdout);
  const wait = more === undefined || more === 0 ? 'no difference is seen yet' : `${number(more)} more page views`;
  return `Too early to tell: ${wait}. ${compared}; the difference lies ${between(low, high)} ${each}.`;
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const points = (share: number) => (share * 100).toFixed(2);
const views = (n: number) => `${number(n)} page view${n === 1 ? '' : 's'}`;
const number = (n: number) => n.toLocaleString('en-GB');

const columns = ['name', 'asked', 'shown', 'heldOut', 'typed', 'closed', 'submitted', 'signedUp'] as const;

/** One line a funnel, for spreadsheets; the first one names the columns. */
export function csvOf({ byAsk, byVariant }: Results): string {
  const line = (by: string, funnel: Funnel) =>
    [by, ...columns.map((column) => quoted(String(funnel[column])))].join(',');
  return [
    ['by', ...columns].join(','),
    ...byAsk.map((funnel) => line('ask', funnel)),
    ...byVariant.map((funnel) => line('variant', funnel)),
  ].join('\n');
}

/** RFC 4180; and a spreadsheet takes a text that begins like a formula for one. */
function quoted(text: string): string {
  const safe = /^[=+@-]/.test(text) ? `'${text}` : text;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** For a console. */
export function linesOf(results: Results): string[] {
  const table = (by: string, funnels: readonly Funnel[]) => {
    if (funnels.length === 0) return [];
    const rows = [[by, ...columns.slice(1)], ...funnels.map((f) => columns.map((column) => String(f[column])))];
    const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
    return [
      ...rows.map((row) =>
        row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
      ),
      '',
    ];
  };
  return [...table('ask', results.byAsk), ...table('variant', results.byVariant), results.verdict];
}
