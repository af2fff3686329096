import type { ComponentChildren } from 'preact';
import { AskTable } from './AskTable.tsx';
import { EventLog } from './EventLog.tsx';
import { Evidence } from './Evidence.tsx';
import { Trigger } from './Trigger.tsx';
import type { Sight } from './watchShop.ts';

/** Everything about one decision, from the sentence down to the last byte that was posted. */
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
          {page ? 'This page carries no signup. Walk on to the shop.' : 'Waiting for the shop.'}
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
