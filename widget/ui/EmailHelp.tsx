import { Component, type JSX } from 'preact';
import { cleanEmail } from '../core/contact/email.ts';
import { meantEmail } from '../core/contact/emailTypo.ts';
import { takenFor } from '../core/contact/lookAlike.ts';
import { afterRelease } from './afterRelease.ts';
import { fill } from './fill.tsx';
import type { HelpProps } from './view.ts';

// Of what the button needs, what is of no use before an address is typed.
export { takenFor };

/** A pause in typing after which an address is looked at. Milliseconds. */
const pause = 150;

interface EmailState {
  /** The address that was probably meant. */
  readonly meant?: string | undefined;
  /** It has letters outside ASCII before the at sign. */
  readonly isUnusual?: boolean;
}

/** Hints about an address that was filled in. None of them prevents submitting. */
export class EmailHelp extends Component<HelpProps, EmailState> {
  timer: ReturnType<typeof setTimeout> | undefined;

  override componentDidMount(): void {
    const { input } = this.props;
    input.addEventListener('change', this.look);
    input.addEventListener('input', this.typed);
    // Filled in before this code had come.
    if ((input.getRootNode() as ShadowRoot).activeElement === input) this.typed();
    else void this.look();
  }

  override componentWillUnmount(): void {
    clearTimeout(this.timer);
  }

  clear = (): void => this.setState({ meant: undefined, isUnusual: false });

  /** Whoever presses the button straight from the field has seen what is meant, too. */
  typed = (): void => {
    this.clear();
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      const { input } = this.props;
      await afterRelease(input);
      const meant = meantEmail(input.value);
      // `gmail.co` may be on its way to `gmail.com`.
      if (!meant?.startsWith(cleanEmail(input.value))) this.setState({ meant });
    }, pause);
  };

  look = async (): Promise<void> => {
    const { input } = this.props;
    clearTimeout(this.timer);
    await afterRelease(input);
    this.setState({ meant: meantEmail(input.value), isUnusual: /[^!-~].*@/.test(cleanEmail(input.value)) });
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
          <button key={meant} type="button" class="link" part="link" data-ha="meant" onClick={take}>
            {fill(s.meant, { meant: <bdi translate={false}>{meant}</bdi> })}
          </button>
        )}
        {isUnusual && <p>{s.emailUnusual}</p>}
      </>
    );
  }
}
