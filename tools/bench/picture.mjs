/** @typedef {import('./candidates.mjs').Candidate} Candidate */
/** @typedef {import('./measureAll.mjs').Measured} Measured */

const series = /** @type {const} */ ([
  { opening: 'prefetched', name: 'open(), code already fetched' },
  { opening: 'cold', name: 'open(), nothing fetched' },
  { opening: 'load', name: 'opens on load' },
]);

const bar = 11;
const group = series.length * bar + 18;
const left = 200;
const width = 520;
const top = 84;

/** Legible on a light page and on a dark one: the picture follows the reader's scheme and has no ground of its own. */
const style = `
text { fill: #1d2329 }
.axis { stroke: #9aa3ad }
.prefetched { fill: #00695c } .cold { fill: #b06f00 } .load { fill: #5b6470 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6e9ec }
  .prefetched { fill: #4fc3b0 } .cold { fill: #f0b04a } .load { fill: #a9b3be }
}`;

/**
 * How long each candidate takes to open, as bars; the own one in bold.
 *
 * @param {readonly Candidate[]} candidates
 * @param {Map<string, Measured>} measured
 * @returns {string} SVG
 */
export function pictureOf(candidates, measured) {
  const shown = candidates.filter(({ id }) => measured.get(id)?.times.prefetched);
  const most = Math.max(
    ...shown.flatMap(({ id }) => series.map(({ opening }) => measured.get(id)?.times[opening]?.ms ?? 0)),
  );
  const length = (/** @type {number} */ ms) => Number(((ms / most) * width).toFixed(1));
  const height = top + shown.length * group;
  const groups = shown.map(({ id, name, kind }, i) => {
    const y = top + i * group;
    const weight = kind === 'own' ? ' font-weight="700"' : '';
    const bars = series.map(({ opening }, j) => {
      const ms = measured.get(id)?.times[opening]?.ms;
      if (ms === undefined) return '';
      const at = y + j * bar;
      const long = Math.max(1, length(ms));
      return `<rect class="${opening}" x="${left}" y="${at}" width="${long}" height="${bar - 1}"/><text x="${left + long + 5}" y="${at + 9}" font-size="10">${Math.round(ms)}</text>`;
    });
    return `<text x="${left - 10}" y="${y + 21}" text-anchor="end"${weight}>${name}</text>${bars.join('')}`;
  });
  const legend = series.map(
    ({ opening, name }, i) =>
      `<rect class="${opening}" x="${left + i * 215}" y="42" width="11" height="11"/><text x="${left + i * 215 + 17}" y="52">${name}</text>`,
  );
  const title = 'Milliseconds until the field is usable';
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + width + 60} ${height}" role="img" aria-labelledby="t" font-family="system-ui, sans-serif" font-size="12">`,
    `<title id="t">${title}, each opened in three ways; less is better</title>`,
    `<style>${style}\n</style>`,
    `<text x="${left}" y="26" font-size="15" font-weight="600">${title}</text>`,
    ...legend,
    ...groups,
    `<path class="axis" d="M${left} ${top - 6}V${height - 10}" fill="none"/>`,
    '</svg>',
  ].join('\n')}\n`;
}
