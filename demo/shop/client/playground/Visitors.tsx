import { type Moment, moments } from '../../playground/previewOf.ts';
import type { Reason } from '../../playground/rules.ts';
import type { Verdict } from '../../playground/visits.ts';
import { askWords } from './askWords.ts';

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
      <p class="play-field">
        <label for="who">Who is visiting?</label>
        <select
          id="who"
          value={verdict?.reason ?? ''}
          onChange={(event) => onVisitor(event.currentTarget.value as Reason)}
        >
          {/* The stranger first: most visitors are. */}
          {[...verdicts].reverse().map(({ reason, visitor }) => (
            <option key={reason} value={reason}>
              {asSentence(visitor)}
            </option>
          ))}
        </select>
      </p>
      <p class="play-field">
        <label for="moment">At which moment?</label>
        <select id="moment" value={moment} onChange={(event) => onMoment(event.currentTarget.value as Moment)}>
          {moments.map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
      </p>
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
