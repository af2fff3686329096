import type { ComponentChildren, JSX } from 'preact';
import type { Channel } from '../core/ask/reasons.ts';

/** One consent as it is recorded: the content of `data-ha-words` is the text, word for word. */
export function Consent(props: {
  readonly channel: Channel;
  readonly locale: string;
  readonly text: ComponentChildren;
  readonly print: ComponentChildren;
  /** Without a box the line belongs to the button. */
  readonly hasBox: boolean;
  readonly isTicked: boolean;
  readonly problem: string | undefined;
  readonly aside?: ComponentChildren;
  onTicked(isTicked: boolean): void;
}): JSX.Element {
  const { channel, problem } = props;
  const id = `consent-${channel}`;
  return (
    // Machine translation would show another text than the recorded one.
    <div class="consent" translate={false} lang={props.locale}>
      <div data-ha-words={channel}>
        {props.hasBox ? (
          <div class="box">
            <input
              id={id}
              type="checkbox"
              data-ha={id}
              checked={props.isTicked}
              aria-invalid={problem ? 'true' : undefined}
              aria-describedby={problem ? `${id}-problem ${id}-print` : `${id}-print`}
              onChange={(event) => props.onTicked(event.currentTarget.checked)}
            />
            <label for={id}>{props.text} </label>
          </div>
        ) : (
          <p class="line">{props.text} </p>
        )}
        <p class="print" id={`${id}-print`}>
          {props.print}
        </p>
      </div>
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          {problem} {props.aside}
        </p>
      )}
    </div>
  );
}
