import { Component, type JSX } from 'preact';
import type { PhoneResult } from '../core/contact/phone.ts';
import { fill } from './fill.tsx';
import type { HelpProps } from './view.ts';

/** The number as it was understood. */
export class PhoneHelp extends Component<HelpProps> {
  read: PhoneResult | undefined;
  /** What rules were fetched for. */
  settled: string | undefined;

  override componentDidMount(): void {
    this.props.input.addEventListener('change', this.changed);
    this.componentDidUpdate();
  }

  override componentDidUpdate(): void {
    this.fetchRules();
    const { read } = this;
    const { input, phone, onCountry } = this.props;
    const text = input.value;
    // From the calling code on, before the number is whole.
    const number = read && 'e164' in read ? read.e164 : text.replace(/[^\d+]/g, '');
    onCountry(/^\s*[+＋]/.test(text) ? (phone?.countryOf(number) ?? phone?.mainCountry(number)) : undefined);
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
    const asked = `${state.country} ${input.value}`;
    // Once for a text: what could not be fetched is fetched again by the button, and not by every key.
    if (asked === this.settled || phone?.parse(input.value, state.country).kind !== 'pending') return;
    this.settled = asked;
    await phone.settle(input.value, state.country).then(
      () => this.forceUpdate(),
      () => {},
    );
  };

  /** An error is likely, so its example is fetched ahead and its text does not change while it is read. */
  fetchExample = (): void => {
    const { input, phone, state } = this.props;
    if (state.country && phone?.parse(input.value, state.country).kind === 'impossible') {
      phone.example(state.country, () => {});
    }
  };

  render({ input, phone, state, strings: s }: HelpProps): JSX.Element | null {
    // The field's value counts, whether or not an event has reported it.
    const read = phone?.parse(input.value, state.country);
    this.read = read;
    if (!phone || read?.kind !== 'ok') return null;
    return (
      // A new element for each number: machine translation replaces the texts that stand in it.
      <p data-ha="understood" key={read.e164}>
        {fill(s.numberUnderstood, { number: <bdi translate={false}>{phone.format(read.e164)}</bdi> })}
        {read.hasExtension && ` ${s.extensionDropped}`}
      </p>
    );
  }
}
