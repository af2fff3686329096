import type { Line } from './report.ts';
import { strategies } from './strategies.ts';
import { fieldLimit } from './target.ts';

const panel = { width: 270, height: 230, left: 56, top: 64, gap: 34 };
const colors = ['#b3261e', '#5b6470', '#b06f00', '#00695c'];
const mostFields = 2.2;

/** Fields asked against duplicates made, a panel a rule set; the target is the shaded corner at the bottom left. */
export function pictureOf(lines: readonly Line[]): string {
  const rules = [...new Set(lines.map((line) => line.rules))];
  const width = panel.left + rules.length * (panel.width + panel.gap);
  const height = panel.top + panel.height + 108;
  const most = Math.max(1, ...lines.map((line) => line.duplicates)) * 1.15;
  const panels = rules.map((name, i) => {
    const inside = panelOf(
      name,
      lines.filter((line) => line.rules === name),
      most,
    );
    return `<g transform="translate(${panel.left + i * (panel.width + panel.gap)} ${panel.top})">${inside}</g>`;
  });
  const legend = strategies.map(({ name }, i) => {
    const x = panel.left + (i % 2) * 360;
    const y = panel.top + panel.height + 68 + Math.floor(i / 2) * 22;
    return `${dot(i, x, y)}<text x="${x + 16}" y="${y + 4}">${name}</text>`;
  });
  const title = 'Duplicate profiles per 1,000 sign-ups, by fields asked per sign-up';
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t" font-family="system-ui, sans-serif" font-size="13" fill="#1d2329">`,
    `<title id="t">${title}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${panel.left}" y="28" font-size="16" font-weight="600">${title}</text>`,
    ...panels,
    ...legend,
    '</svg>',
  ].join('\n')}\n`;
}

function panelOf(name: string, lines: readonly Line[], most: number): string {
  const x = (fields: number) => round((fields / mostFields) * panel.width);
  const y = (duplicates: number) => round(panel.height - (duplicates / most) * panel.height);
  const both = lines.find((line) => line.strategy === strategies[1]?.name);
  const target = both
    ? `<rect x="0" y="${y(both.duplicates)}" width="${x(both.fieldsPerSignUp * fieldLimit)}" height="${round(panel.height - y(both.duplicates))}" fill="#d5ece8"/>`
    : '';
  const ticks = [1, 2].map(
    (fields) => `<text x="${x(fields)}" y="${panel.height + 18}" text-anchor="middle">${fields}</text>`,
  );
  const steps = [0, 0.5, 1].map((part) => Math.round((part * most) / 1.15));
  const marks = steps.map((n) => `<text x="-6" y="${y(n) + 4}" text-anchor="end">${n}</text>`);
  const points = strategies.map((strategy, i) => {
    const line = lines.find((l) => l.strategy === strategy.name);
    return line ? dot(i, x(line.fieldsPerSignUp), y(line.duplicates)) : '';
  });
  return [
    `<text y="-10" font-weight="600">${name}</text>`,
    target,
    `<path d="M0 0V${panel.height}H${panel.width}" fill="none" stroke="#9aa3ad"/>`,
    ...ticks,
    ...marks,
    `<text x="${panel.width / 2}" y="${panel.height + 36}" text-anchor="middle">fields a sign-up</text>`,
    ...points,
  ].join('');
}

/** A shape each as well as a colour: not everybody tells these colours apart. */
function dot(i: number, x: number, y: number): string {
  const shapes = ['M-6-6H6V6H-6Z', 'M0-7 7 6H-7Z', 'M0-8 8 0 0 8-8 0Z', 'M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0'];
  return `<path transform="translate(${x} ${y})" d="${shapes[i]}" fill="${colors[i]}" fill-opacity=".85" stroke="#fff"/>`;
}

function round(value: number): number {
  return Number(value.toFixed(1));
}
