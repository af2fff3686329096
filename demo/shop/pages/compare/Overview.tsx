import { claims, remarks } from '../../compare/claims.ts';
import { scenarios } from '../../compare/scenarios.ts';
import type { StageState } from '../../compare/stage.ts';
import { type Finding, findingWords } from '../../compare/verdict.ts';
import { ruleWords } from '../profileWords.ts';

/** The result of every journey under the chosen rules, and what stays wrong. A test plays each line. */
export function Overview({ state }: { readonly state: StageState }) {
  const { rules } = state;
  return (
    <section class="overview" aria-labelledby="overview-title">
      <h2 id="overview-title">
        Every journey under <span class="rules-name">{ruleWords[rules].name}</span>
      </h2>
      <div class="overview-parts">
        <table>
          <thead>
            <tr>
              <th scope="col">Journey</th>
              <th scope="col">A plain popup</th>
              <th scope="col">Hello Again</th>
            </tr>
          </thead>
          <tbody>
            {scenarios.map(({ id, label }) => {
              const { plain, hello } = claims[rules][id];
              return (
                <tr key={id} data-scenario={id} data-plain={plain} data-hello={hello}>
                  <th scope="row">{label}</th>
                  <FindingCell finding={plain} />
                  <FindingCell finding={hello} />
                </tr>
              );
            })}
          </tbody>
        </table>
        <div class="remarks-list">
          <h3>What remains wrong</h3>
          <ul>
            {remarks[rules].map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}

function FindingCell({ finding }: { readonly finding: Finding }) {
  const { short, tone } = findingWords[finding];
  return (
    <td>
      <span class={`finding is-${tone}`}>{short}</span>
    </td>
  );
}
