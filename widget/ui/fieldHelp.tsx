import { Component, type JSX } from 'preact';
import { meantEmail } from '../core/contact/emailTypo.ts';
import type { Help, HelpProps } from './fieldProps.ts';
import { fill } from './fill.tsx';
import { released } from './released.ts';

interface EmailState {
  /** The address that was probably meant. */
  readonly meant?: string | undefined;
  /** It has letters outside ASCII before the at sign. */
  readonly isUnusual?: boolean;
}

/** What is said of an address that was filled in. None of it stands in the way. */
class EmailHelp extends Component<HelpProps, EmailState> {
  override componentDidMount(): void {
    const { input } = this.props;
    input.addEventListener('change', this.look);
    input.addEventListener('input', this.clear);
    // Filled in before this code had come.
    if ((input.getRootNode() as ShadowRoot).activeElement !== input) void this.look();
  }

  clear = (): void => this.setState({ meant: undefined, isUnusual: false });

  look = async (): Promise<void> => {
    const { input } = this.props;
    await released(input);
    // As `normalizeEmail` cleans it, which is in a chunk of its own.
    const email = input.value
      .replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '')
      .replace(/＠/g, '@')
      .replace(/[．。｡]/g, '.');
    this.setState({ meant: meantEmail(email), isUnusual: /[^!-~].*@/.test(email) });
  };

  render({ input, strings: s, actions }: HelpProps, { meant, isUnusual }: EmailState): JSX.Element {
    const take = () => {
      if (!meant) return;
      input.value = meant;
      input.focus();
      this.clear();
      actions.typed('email', meant);
    };
    return (
      <>
        {meant && (
          <button type="button" class="link" part="link" data-ha="meant" onClick={take}>
            {fill(s.emailHint, { email: <bdi>{meant}</bdi> })}
          </button>
        )}
        {isUnusual && <p>{s.emailUnusual}</p>}
      </>
    );
  }
}

/** The list of countries, and the number as it was understood. */
class PhoneHelp extends Component<HelpProps> {
  override componentDidMount(): void {
    this.props.input.addEventListener('change', this.changed);
    this.fetchRules();
  }

  override componentDidUpdate(): void {
    this.fetchRules();
  }

  changed = (): void => {
    void this.settle().then(this.fetchExample);
  };

  /**
   * A number that begins with another country's code, or with a zero, is another country's business for certain. All others
   * wait until they are whole: half a North American number looks like one of Egypt that has lost its plus.
   */
  fetchRules = (): void => {
    if (/^\s*\(?[+＋0]/.test(this.props.input.value)) void this.settle();
  };

  /** Without the rules, the line below the field stays away; the button waits for them. */
  settle = async (): Promise<void> => {
    const { input, phone, state } = this.props;
    if (phone?.parse(input.value, state.country).kind !== 'pending') return;
    await phone.settle(input.value, state.country).then(
      () => this.forceUpdate(),
      () => {},
    );
  };

  /** An error is likely: its example is fetched ahead, so that its words do not change once they are read. */
  fetchExample = (): void => {
    const { input, phone, state } = this.props;
    if (state.country && phone?.parse(input.value, state.country).kind === 'impossible') {
      phone.example(state.country, () => {});
    }
  };

  render({ input, phone, state, strings: s, actions, isChoosing }: HelpProps): JSX.Element {
    const { country } = state;
    // What stands there counts, whether or not an event has told of it.
    const read = phone?.parse(input.value, country);
    return (
      <>
        {isChoosing && (
          // A list of all countries is nothing to read out at once.
          <p aria-live="off">
            <label for="country">{s.country}</label>
            <select
              id="country"
              data-ha="country"
              autocomplete="off"
              ref={focus}
              value={country ?? ''}
              onChange={(event) => actions.country(event.currentTarget.value)}
            >
              {!country && <option value="">{s.choose}</option>}
              {phone?.countries(s.locale).map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </p>
        )}
        {phone && read?.kind === 'ok' && (
          <p data-ha="understood">
            {fill(s.numberUnderstood, { number: <bdi>{phone.format(read.e164)}</bdi> })}
            {read.hasExtension && ` ${s.extensionDropped}`}
          </p>
        )}
      </>
    );
  }
}

function focus(element: HTMLElement | null): void {
  element?.focus();
}

export const helpOf: { readonly [N in 'email' | 'phone']: Help } = { email: EmailHelp, phone: PhoneHelp };
