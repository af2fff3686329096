import type { JSX } from 'preact';

/** What a visitor has done so far. */
export interface PlainState {
  readonly number: string;
  readonly isTicked: boolean;
  readonly problem: { readonly at: 'number' | 'box'; readonly text: string } | undefined;
  readonly phase: 'form' | 'sending' | 'done';
}

interface PlainProps {
  readonly state: PlainState;
  onNumber(text: string): void;
  onTick(isTicked: boolean): void;
  onPress(): void;
  onClose(): void;
}

/** An ordinary popup that asks everybody for the number: one field, one unticked box, one button. */
export function PlainPopup(props: PlainProps): JSX.Element {
  const { state, onClose } = props;
  return (
    <dialog
      class="plain-popup"
      aria-labelledby="plain-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <button type="button" class="plain-close" aria-label="Close" onClick={onClose}>
        <span aria-hidden="true">×</span>
      </button>
      <h2 id="plain-title">{state.phase === 'done' ? 'Thank you' : 'Coffee news by text'}</h2>
      {state.phase === 'done' ? (
        <p role="status">You’re signed up.</p>
      ) : (
        <>
          <p>Be the first to hear of new coffees and offers.</p>
          <PlainForm {...props} />
        </>
      )}
    </dialog>
  );
}

function PlainForm({ state, onNumber, onTick, onPress }: PlainProps): JSX.Element {
  const { problem } = state;
  const numberProblem = problem?.at === 'number' ? problem.text : undefined;
  const boxProblem = problem?.at === 'box' ? problem.text : undefined;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onPress();
      }}
    >
      <label for="plain-number">Mobile number</label>
      <input
        id="plain-number"
        type="tel"
        autoComplete="tel"
        value={state.number}
        aria-invalid={numberProblem ? 'true' : undefined}
        aria-describedby={numberProblem ? 'plain-problem' : undefined}
        onInput={(event) => onNumber(event.currentTarget.value)}
      />
      {numberProblem && <Problem text={numberProblem} />}
      <div class="plain-words">
        <p class="plain-box">
          <input
            id="plain-box"
            type="checkbox"
            checked={state.isTicked}
            aria-invalid={boxProblem ? 'true' : undefined}
            aria-describedby={boxProblem ? 'plain-problem plain-print' : 'plain-print'}
            onChange={(event) => onTick(event.currentTarget.checked)}
          />
          <label for="plain-box">Text me Harbor Coffee’s news and offers. </label>
        </p>
        <p class="plain-print" id="plain-print">
          Harbor Coffee will send marketing texts to this number. How often varies. You can stop at any time: reply STOP
          to any text. <a href="/terms">Terms</a> · <a href="/privacy">Privacy</a>
        </p>
      </div>
      {boxProblem && <Problem text={boxProblem} />}
      <button type="submit" class="plain-submit" disabled={state.phase === 'sending'}>
        {state.phase === 'sending' ? 'Sending…' : 'Sign up'}
      </button>
    </form>
  );
}

function Problem({ text }: { readonly text: string }): JSX.Element {
  return (
    <p class="plain-problem" id="plain-problem">
      {text}
    </p>
  );
}
