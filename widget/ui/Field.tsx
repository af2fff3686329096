import { Component, type JSX } from 'preact';
import { shownFields } from '../core/flow/shownFields.ts';
import { CountrySelect } from './CountrySelect.tsx';
import { asNew } from './fill.tsx';
import { problemOf } from './problemOf.ts';
import { unrecorded } from './unrecorded.ts';
import type { FieldProps } from './view.ts';

interface FieldState {
  /** The country of a number that was typed with its `+`. */
  readonly typed?: string | undefined;
}

const typeOf = {
  // Not `email`: the browser's own check refuses addresses outside ASCII.
  email: { type: 'text' },
  phone: { type: 'tel' },
} as const;

/** One text field: a visible label, what is said of the text, and the error that belongs to it. */
export class Field extends Component<FieldProps, FieldState> {
  input: HTMLInputElement | null = null;

  /** The only time that it is written to: what a person or a program typed stays as it is, with or without an event. */
  start = (input: HTMLInputElement | null): void => {
    this.input = input;
    if (input) input.value = this.props.state.entered[this.props.name];
  };

  /** Some software fills a field in without an event, and ticking a box draws the field again. */
  override componentDidUpdate(): void {
    if (this.input?.value) this.props.actions.filled(this.props.name);
  }

  follow = (typed: string | undefined): void => {
    if (typed !== this.state.typed) this.setState({ typed });
  };

  render(props: FieldProps, { typed }: FieldState): JSX.Element {
    const { name, state, strings: s, actions, later, EmailHelp } = props;
    const { input } = this;
    const isPhone = name === 'phone';
    const Help = isPhone ? later?.PhoneHelp : EmailHelp;
    const id = isPhone ? 'tel' : name;
    const problem = problemOf(props, name, () => this.forceUpdate());
    const take = (event: { readonly currentTarget: HTMLInputElement }) =>
      actions.typed(name, event.currentTarget.value);
    const text = (
      <input
        {...typeOf[name]}
        ref={this.start}
        id={id}
        name={id}
        data-ha={name}
        inputMode={id}
        autocomplete={id}
        autocapitalize="off"
        spellcheck={false}
        dir="ltr"
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={
          [problem && `${id}-problem`, isPhone && 'calling-code'].filter(Boolean).join(' ') || undefined
        }
        onInput={take}
        onChange={take}
      />
    );
    return (
      <div {...unrecorded('field')}>
        <label for={id}>
          {s[name]}
          {isPhone && shownFields(state).isPhoneOptional && <span class="optional"> ({s.optional})</span>}
        </label>
        {isPhone ? (
          // A number and its code run from left to right in every language.
          <div class={problem ? 'number wrong' : 'number'} dir="ltr">
            <CountrySelect {...props} typed={typed} />
            {text}
          </div>
        ) : (
          text
        )}
        {/* Changes are read out: few, since only whole numbers and addresses are spoken of. */}
        <div class="hint" aria-live="polite">
          {Help && input && <Help {...props} input={input} onCountry={this.follow} />}
        </div>
        {problem && (
          <p class="problem" id={`${id}-problem`}>
            {asNew(problem)}
          </p>
        )}
      </div>
    );
  }
}
