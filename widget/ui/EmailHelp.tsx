import { Component, type JSX } from 'preact';
import { cleanEmail } from '../core/contact/email.ts';
import { meantEmail } from '../core/contact/emailTypo.ts';
import { fill } from './fill.tsx';
import { released } from './released.ts';
import type { HelpProps } from './view.ts';

interface EmailState {
  /** The address that was probably meant. */
  readonly meant?: string | undefined;
  /** It has letters outside ASCII before the at sign. */
  readonly isUnusual?: boolean;
}

/** Hints about an address that was filled in. None of them prevents submitting. */
export class EmailHelp extends Component<HelpProps, EmailState> {
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
    const email = cleanEmail(input.value);
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
          <button type="button" class="link" part="link" data-ha="meant" key={meant} onClick={take}>
            {fill(s.emailHint, { email: <bdi translate={false}>{meant}</bdi> })}
          </button>
        )}
        {isUnusual && <p>{s.emailUnusual}</p>}
      </>
    );
  }
}
