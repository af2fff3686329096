import { type Moment, moments } from '../../playground/previewOf.ts';
import type { Reason } from '../../playground/rules.ts';
import type { Verdict } from '../../playground/visits.ts';
import { askWords } from './askWords.ts';
import { Select } from './fields.tsx';

interface VisitorsProps {
  readonly verdicts: readonly Verdict[];
  readonly verdict: Verdict | undefined;
  readonly moment: Moment;
  readonly onVisitor: (reason: Reason) => void;
  readonly onMoment: (moment: Moment) => void;
}

/** Who is visiting, and which moment is looked at. */
export function Visitors({ verdicts, verdict, moment, onVisitor, onMoment }: VisitorsProps) {
  return (
    <div class="play-who">
      {/* The stranger first: most visitors are. */}
      <Select
        id="who"
        label="Who is visiting?"
        choices={Object.fromEntries(
          [...verdicts].reverse().map(({ reason, visitor }) => [reason, asSentence(visitor)]),
        )}
        value={verdict?.reason ?? ''}
        onChoose={(reason) => onVisitor(reason as Reason)}
      />
      <Select id="moment" label="At which moment?" choices={moments} value={moment} onChoose={onMoment} />
      {verdict && (
        <p class="play-verdict" data-verdict={verdict.ask}>
          Asked for <strong>{askWords[verdict.ask]}</strong>, by row {verdict.row} of the ask table: {verdict.why} (
          <code>{verdict.decidedBy}</code>).
        </p>
      )}
    </div>
  );
}

/** What every visitor would be asked. */
export function VisitorTable({ verdicts }: { readonly verdicts: readonly Verdict[] }) {
  return (
    <details class="play-table">
      <summary>What each visitor would be asked, and why</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a phone, and what scrolls must be reached by the keyboard */}
      <section class="scrolls" tabIndex={0} aria-label="What each visitor would be asked">
        <table>
          <thead>
            <tr>
              <th scope="col">The visitor</th>
              <th scope="col">Asked for</th>
              <th scope="col">By row</th>
            </tr>
          </thead>
          <tbody>
            {verdicts.map(({ reason, visitor, ask, decidedBy, row }) => (
              <tr key={reason}>
                <th scope="row">{asSentence(visitor)}</th>
                <td>{askWords[ask]}</td>
                <td>
                  {row} <code>{decidedBy}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

/** The ask table's words, as they begin a line. */
function asSentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
