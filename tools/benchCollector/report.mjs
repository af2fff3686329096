/**
 * @typedef {object} Row
 * @property {string} database
 * @property {number} processes
 * @property {number} onFile
 * @property {number} rate
 * @property {number} p99
 * @property {number} acknowledged
 * @property {number} stored
 * @property {number} lost
 * @property {number} twice
 * @property {Record<string, number>} refused
 * @property {{ rate: number, p99: number }} framework
 * @property {{ rate: number, p99: number }} insert
 */

/** @param {number} ratio */
const percent = (ratio) => `${(ratio * 100).toFixed(ratio < 0.1 ? 1 : 0)} %`;
const times = (/** @type {number} */ ratio) => `${ratio.toFixed(1)} ×`;

/**
 * The figures as ratios, in a table and as data.
 *
 * @param {{ seconds: number, warmUp: number, connections: number, machine: { cores: number, memory: number, node: string, postgres?: string | undefined }, rows: readonly Row[] }} measured
 */
export function report({ seconds, warmUp, connections, machine, rows }) {
  const figures = rows.map((row) => ({
    ...row,
    ofFramework: row.rate / row.framework.rate,
    ofInsert: row.rate / row.insert.rate,
    // The load tool counts whole milliseconds.
    p99OfInsert: row.p99 / Math.max(1, row.insert.p99),
    p99OfFramework: row.p99 / Math.max(1, row.framework.p99),
  }));
  const { cores, node, postgres } = machine;
  const memory = Math.round(machine.memory / 1024 ** 3);
  const text = [
    `${seconds} seconds each after a warm-up of ${warmUp} for each process, ${connections} connections, ${cores} cores and ${memory} GB shared by load, collector and database, Node ${node}${postgres ? `, ${postgres}` : ''}.`,
    '',
    '| database | processes | profiles on file | sign-ups, of the bare framework’s answers | of bare inserts | p99, of the bare framework’s | of a bare insert’s | acknowledged | lost | twice |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...figures.map((row) => {
      const { database, processes, onFile, acknowledged, lost, twice } = row;
      const rates = [
        percent(row.ofFramework),
        percent(row.ofInsert),
        times(row.p99OfFramework),
        times(row.p99OfInsert),
      ];
      const counts = [acknowledged, lost, twice].map((number) => number.toLocaleString('en'));
      return `| ${[database, processes, onFile.toLocaleString('en'), ...rates, ...counts].join(' | ')} |`;
    }),
  ].join('\n');
  return { text, json: { seconds, connections, machine, rows: figures } };
}
