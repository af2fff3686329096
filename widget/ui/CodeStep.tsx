import type { JSX } from 'preact';
import type { CodeProblem, CodeState } from '../core/flow/codeStep.ts';
import type { Panel } from '../core/flow/state.ts';
import type { Strings } from '../locales/strings.ts';
import { asNew, fill } from './fill.tsx';
import { pluralOf } from './plural.ts';
import { unrecorded } from './unrecorded.ts';

/** What the controls of the code step do. */
export interface CodeActions {
  typedCode(text: string): void;
  confirm(): void;
  resend(): void;
  /** Closes; what was given stays given. */
  later(): void;
}

export interface CodeStepProps {
  readonly panel: Panel & { readonly kind: 'verify' };
  readonly state: CodeState;
  readonly strings: Strings;
  readonly actions: CodeActions;
}

/** Longer waits, in seconds, are not counted down, because nobody waits for them here. */
const longestCountdown = 600;

/** The code from a text message, in one field: browsers fill it in, and it can be pasted as it came. */
export function CodeStep({ panel, state, strings: s, actions }: CodeStepProps): JSX.Element {
  const { problem, resendIn } = state;
  const isCounted = resendIn > 0 && resendIn <= longestCountdown;
  const take = (event: { readonly currentTarget: HTMLInputElement }) => actions.typedCode(event.currentTarget.value);
  return (
    <form
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        actions.confirm();
      }}
    >
      <p id="code-body">
        {fill(s.codeBody, {
          number: (
            <bdi dir="ltr" translate={false} {...unrecorded()}>
              {panel.number}
            </bdi>
          ),
        })}
      </p>
      <div {...unrecorded('field')}>
        <label for="code">{s.code}</label>
        <input
          id="code"
          name="code"
          data-ha="code"
          type="text"
          inputMode="numeric"
          autocomplete="one-time-code"
          autocapitalize="off"
          spellcheck={false}
          dir="ltr"
          value={state.code}
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby={problem ? 'code-problem code-body' : 'code-body'}
          onInput={take}
          onChange={take}
        />
        {problem && (
          <p class="problem" id="code-problem">
            {asNew(problemOf(problem, s))}
          </p>
        )}
      </div>
      <p role="status" data-ha="status" tabIndex={-1}>
        {state.isResent && asNew(s.codeResent)}
      </p>
      <span class="said" aria-live="polite">
        {state.isSending && asNew(s.sending)}
      </span>
      <div class="buttons">
        <button type="submit" class="main" data-ha="submit" aria-disabled={state.isSending ? 'true' : undefined}>
          {asNew(state.isSending ? s.sending : s.codeConfirm)}
        </button>
        {/* Not `disabled`, because the pressed button would lose the focus. */}
        <button
          type="button"
          class="link"
          data-ha="resend"
          aria-disabled={resendIn > 0 ? 'true' : undefined}
          aria-describedby={isCounted ? 'code-wait' : undefined}
          onClick={() => resendIn > 0 || actions.resend()}
        >
          {s.codeResend}
        </button>
        {isCounted && (
          // Read out every second it would drown everything else.
          <p class="hint" id="code-wait" aria-live="off">
            {asNew(pluralOf(s.codeResendIn, resendIn, s.locale))}
          </p>
        )}
        <button type="button" class="link" data-ha="later" onClick={actions.later}>
          {s.codeLater}
        </button>
      </div>
    </form>
  );
}

function problemOf(problem: CodeProblem, s: Strings): string {
  switch (problem) {
    case 'empty':
      return s.codeEmpty;
    case 'wrong':
      return s.codeWrong;
    case 'expired':
      return s.codeExpired;
    case 'exhausted':
      return s.codeExhausted;
    case 'unreachable':
      return s.tryAgain;
  }
}
