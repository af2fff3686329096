import type { ComponentChildren } from 'preact';
import type { Explanation } from '../../../../widget/index.ts';
import type { Sight } from './watchShop.ts';

/** Everything about one decision, from the sentence to the posted submission. */
export function InspectorView({ page, explanation, log }: Sight) {
  return (
    <>
      <header class="side-head">
        <h1>Inspector</h1>
        <p class="small">{page ? `The shop is on ${page}` : 'The shop is loading, or on another site'}</p>
      </header>
      {explanation ? (
        <>
          <p class="verdict" role="status">
            {explanation.sentence}
          </p>
          <dl class="facts-line">
            <Fact name="ask">{explanation.ask}</Fact>
            <Fact name="reason">{explanation.reason}</Fact>
            <Fact name="certainty">{explanation.certainty}</Fact>
            <Fact name="gate">{explanation.gate}</Fact>
          </dl>
          {explanation.keepsClosed.map(({ by, says, until }) => (
            <p key={by} class="small">
              Kept closed by <strong>{by}</strong>
              {until && ` until ${new Date(until).toLocaleString('en-GB')}`}
              {says && `: ${says}`}.
            </p>
          ))}
          <Part title="Evidence" isOpen>
            <Evidence evidence={explanation.evidence} />
          </Part>
          <Part title="The ask table" isOpen>
            <AskTable rows={explanation.rows} reason={explanation.reason} />
          </Part>
          <Part title="When it opens" isOpen>
            <Trigger trigger={explanation.trigger} />
          </Part>
          <Part title="Payload as posted" isOpen={explanation.last !== undefined}>
            {explanation.last ? (
              <Json value={explanation.last.submission} />
            ) : (
              <p class="small">Nothing has been posted from this page. Leave a number, and it shows here.</p>
            )}
          </Part>
          <Part title="Receipt" isOpen={explanation.last !== undefined}>
            {explanation.last ? (
              <>
                <p>
                  Result: <strong>{explanation.last.result}</strong>
                </p>
                {explanation.last.receipt && <Json value={explanation.last.receipt} />}
              </>
            ) : (
              <p class="small">No answer yet.</p>
            )}
          </Part>
          <Part title="Memory of this browser">
            <Json value={explanation.memory} />
          </Part>
        </>
      ) : (
        <p class="verdict is-quiet" role="status">
          {page ? 'This page has no signup. Go to another page of the shop.' : 'Waiting for the shop.'}
        </p>
      )}
      <Part title={`Events (${log.length})`} isOpen>
        <EventLog log={log} />
      </Part>
      <p class="small">
        Read from <code>explain()</code> and the events on <code>window</code> alone. Identifiers, addresses and numbers
        are masked there.
      </p>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface PartProps {
  readonly title: string;
  readonly isOpen?: boolean;
  readonly children: ComponentChildren;
}

function Part({ title, isOpen = false, children }: PartProps) {
  return (
    <details class="part" open={isOpen}>
      <summary>
        <h2>{title}</h2>
      </summary>
      {children}
    </details>
  );
}

function Json({ value }: { readonly value: unknown }) {
  // It scrolls sideways where a line is long, so a keyboard must reach it.
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls
    <pre tabIndex={0}>{JSON.stringify(value, null, 2)}</pre>
  );
}

const why: Readonly<Record<string, string>> = {
  outranked: 'a higher claim won',
  disputed: 'another identifier is of somebody else',
  refused: '“Not you?” was pressed, or the collector refused it',
  'shared-link': 'the link came from a public page',
  unlinkable: 'the collector cannot link by it',
  untrusted: 'too easy to guess, unless the owner trusts it',
  anonymous: 'it identifies nobody',
  unchecked: 'it is not clear yet whether it was refused',
};

/** The evidence, grouped by claim. */
function Evidence({ evidence }: Pick<Explanation, 'evidence'>) {
  if (evidence.length === 0)
    return <p class="small">Nothing on this page identifies the visitor, who is a stranger.</p>;
  const claims = [...new Set(evidence.map(({ claim }) => claim))];
  return (
    <ul class="claims">
      {claims.map((claim) => (
        <li key={claim}>
          <h3>
            Claim <code>{claim}</code>
          </h3>
          <ul>
            {evidence
              .filter((e) => e.claim === claim)
              .map((e) => (
                <li key={`${e.field} ${e.issuer} ${e.why}`}>
                  <span class={`chip is-${e.why ? 'quiet' : 'good'}`}>{e.why ? 'set aside' : 'used'}</span>{' '}
                  <strong>{e.field}</strong> of <strong>{e.issuer}</strong>, from the {e.source}, of the strength{' '}
                  <strong>{e.strength}</strong>
                  {e.why && (
                    <span class="small">
                      {' '}
                      — {e.why}: {why[e.why] ?? ''}
                    </span>
                  )}
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

type AskTableProps = Pick<Explanation, 'rows' | 'reason'>;

/** The whole table in order, with marks on the deciding row and on later rows that fit. */
function AskTable({ rows, reason }: AskTableProps) {
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

/** When the popup would open by itself: the triggers that it waits for, and their conditions. */
function Trigger({ trigger }: Pick<Explanation, 'trigger'>) {
  const { waitsFor, conditions } = trigger;
  return (
    <ul class="claims">
      {waitsFor.length === 0 && <li>Never opens by itself, only by a click or by the page’s own script.</li>}
      {waitsFor.map((words) => (
        <li key={words}>{words}</li>
      ))}
      {conditions.map(({ name, holds, says }) => (
        <li key={name}>
          <span class={`chip is-${holds ? 'good' : 'quiet'}`}>{holds ? 'holds' : 'does not hold'}</span> {says}
        </li>
      ))}
    </ul>
  );
}

/** The popup's events, the newest first. */
function EventLog({ log }: Pick<Sight, 'log'>) {
  if (log.length === 0) return <p class="small">No event yet.</p>;
  return (
    <ol class="event-log">
      {log.map(({ at, page, name, detail }, index) => (
        // Counted from the oldest, so that an entry keeps its key.
        <li key={log.length - index}>
          <time dateTime={at.toISOString()}>{at.toLocaleTimeString('en-GB')}</time> <strong>{name}</strong>{' '}
          <span class="small">
            {wordsOf(detail)} on {page}
          </span>
        </li>
      ))}
    </ol>
  );
}

function wordsOf(detail: unknown): string {
  const entries = Object.entries((detail ?? {}) as Record<string, unknown>).filter(([name]) => name !== 'id');
  return entries.map(([name, value]) => `${name}: ${String(value)}`).join(', ');
}
