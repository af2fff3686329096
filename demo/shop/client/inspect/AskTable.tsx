import type { Explanation } from '../../../../widget/index.ts';

type AskTableProps = Pick<Explanation, 'rows' | 'reason'>;

/** The whole table in its order; the row that decided is marked, and so is what would have fitted after it. */
export function AskTable({ rows, reason }: AskTableProps) {
  return (
    <table class="ask-table">
      <thead>
        <tr>
          <th scope="col">#</th>
          <th scope="col">Reason</th>
          <th scope="col">Ask</th>
          <th scope="col">Fits</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const isDeciding = row.reason === reason;
          return (
            <tr key={row.reason} class={isDeciding ? 'is-deciding' : row.fits ? 'is-fitting' : undefined}>
              <td>{index + 1}</td>
              <th scope="row">{row.reason}</th>
              <td>{row.ask}</td>
              <td>{isDeciding ? 'decides' : row.fits ? 'yes' : 'no'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
