import { Component, type JSX } from 'preact';
import { cleanText } from '../core/contact/cleanText.ts';
import type { PhoneResult } from '../core/contact/phone.ts';
import { readIn } from '../core/contact/readIn.ts';
import { afterRelease } from './afterRelease.ts';
import { countryTyped } from './countryTyped.ts';
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
    const text = cleanText(input.value);
    onCountry(phone && text.startsWith('+') ? countryTyped(text, phone, read) : undefined);
  }

  changed = (): void => {
    void this.settle(false).then(this.fetchExample);
  };

  /**
   * A number that begins with another country's code, or with a zero, is another country's business for certain. All others
   * wait until they are whole: half a North American number looks like one of Egypt that has lost its plus.
   */
  fetchRules = (): void => {
    if (/^\(?[+0]/.test(cleanText(this.props.input.value))) void this.settle(true);
  };

  /** Without the rules, the line below the field stays away; the button waits for them. */
  settle = async (isBeingTyped: boolean): Promise<void> => {
    const { input, phone, state } = this.props;
    const countries = [state.country, ...((!isBeingTyped && state.rivals) || [])];
    const asked = `${isBeingTyped} ${countries} ${input.value}`;
    const pending = countries.filter((country) => phone?.parse(input.value, country).kind === 'pending');
    // Once for a text: what could not be fetched is fetched again by the button, and not by every key.
    if (!phone || asked === this.settled || !(0 in pending)) return;
    this.settled = asked;
    await Promise.all(pending.map((country) => phone.settle(input.value, country, { isBeingTyped })))
      .then(() => afterRelease(input))
      .then(
        () => this.forceUpdate(),
        () => {},
      );
  };

  /** An error is likely, so its example is fetched ahead and its text does not change while it is read. */
  fetchExample = (): void => {
    const { input, phone, state } = this.props;
    if (phone?.parse(input.value, state.country).kind !== 'impossible') return;
    const country = countryTyped(input.value, phone) ?? state.country;
    if (country) phone.example(country, () => {});
  };

  /** Written with its plus, so that it is of one country. */
  take = (number: string): void => {
    const { input, actions } = this.props;
    input.value = number;
    input.focus();
    actions.typed('phone', number);
  };

  render({ input, phone, state, strings: s }: HelpProps): JSX.Element | null {
    // What stands there counts, whether or not an event has told of it.
    const read = phone && readIn(phone, input.value, state);
    this.read = read;
    const { numbers } = state.problems.phone ?? {};
    if (phone && numbers) return <Offers numbers={numbers.map(phone.format)} strings={s} onTake={this.take} />;
    if (!phone || read?.kind !== 'ok') return null;
    const number = phone.format(read.e164);
    // Whatever has been done to this line, by a translator for one, another number has a line of its own.
    return (
      <p key={`${number} ${state.confirmedNumber}`} data-ha="understood">
        {fill(s.numberUnderstood, { number: <bdi translate={false}>{number}</bdi> })}
        {read.hasExtension && ` ${s.extensionDropped}`}
      </p>
    );
  }
}

interface OffersProps {
  /** As they are shown. */
  readonly numbers: readonly string[];
  readonly strings: HelpProps['strings'];
  onTake(number: string): void;
}

/** Numbers that may have been meant, to choose from. */
function Offers({ numbers, strings: s, onTake }: OffersProps): JSX.Element {
  return (
    <>
      {numbers.map((number) => (
        <button key={number} type="button" class="link" part="link" data-ha="meant" onClick={() => onTake(number)}>
          {fill(s.meant, { meant: <bdi translate={false}>{number}</bdi> })}
        </button>
      ))}
    </>
  );
}
