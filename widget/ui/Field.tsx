import { Component, type JSX } from 'preact';
import { shownFields } from '../core/flow/shownFields.ts';
import type { FieldProps, Help } from './fieldProps.ts';
import { problemText } from './problemText.ts';
import type { ViewProps } from './view.ts';

interface FieldState {
  readonly Help?: Help;
  /** Of the phone field: the list of countries is open. */
  readonly isChoosing?: boolean;
}

const typeOf = {
  // Not `email`: the browser's own check refuses addresses outside ASCII.
  email: { type: 'text' },
  phone: { type: 'tel' },
} as const;

/** One text field: a visible label, what is said of the text, and the error that belongs to it. */
export class Field extends Component<FieldProps, FieldState> {
  input: HTMLInputElement | null = null;
  isAsked = false;

  /** The only time that it is written to: what a person or a program typed stays as it is, with or without an event. */
  start = (input: HTMLInputElement | null): void => {
    this.input = input;
    if (input) input.value = this.props.state.entered[this.props.name];
  };

  /** Some programs fill a field in without an event; ticking a box draws it anew. */
  override componentDidUpdate(): void {
    if (this.isAsked || !(this.input?.value || this.state.isChoosing)) return;
    this.isAsked = true;
    import('./fieldHelp.tsx').then(
      ({ helpOf }) => this.setState({ Help: helpOf[this.props.name] }),
      () => {},
    );
  }

  render(props: FieldProps, { Help, isChoosing = false }: FieldState): JSX.Element {
    const { name, state, strings: s, actions } = props;
    const { input } = this;
    const isPhone = name === 'phone';
    const id = isPhone ? 'tel' : name;
    const problem = problemText(props, name, () => this.forceUpdate());
    const take = (event: { readonly currentTarget: HTMLInputElement }) =>
      actions.typed(name, event.currentTarget.value);
    return (
      <div class="field">
        <label for={id}>
          {s[name]}
          {isPhone && shownFields(state).isPhoneOptional && <span class="optional"> ({s.optional})</span>}
        </label>
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
          aria-describedby={[problem && `${id}-problem`, isPhone && 'tel-hint'].filter(Boolean).join(' ') || undefined}
          onInput={take}
          onChange={take}
        />
        {/* Changes are read out: few, since only whole numbers and addresses are spoken of. */}
        <div class="hint" aria-live="polite">
          {isPhone && (
            <>
              <span id="tel-hint">{countryLine(props)}</span>{' '}
              <button
                type="button"
                class="link"
                part="link"
                data-ha="change-country"
                aria-expanded={isChoosing}
                onClick={() => this.setState({ isChoosing: !isChoosing })}
              >
                {s.changeCountry}
              </button>
            </>
          )}
          {Help && input && <Help {...props} input={input} isChoosing={isChoosing} />}
        </div>
        {problem && (
          <p class="problem" id={`${id}-problem`}>
            {problem}
          </p>
        )}
      </div>
    );
  }
}

function countryLine({ state: { country }, strings: s }: ViewProps): string {
  try {
    const name = country && new Intl.DisplayNames([s.locale], { type: 'region', fallback: 'none' }).of(country);
    if (name) return s.countryHint.replace('{country}', name);
  } catch {
    // No code of a country: no number is read by it either.
  }
  return s.noCountryHint;
}
