import { Component, type JSX } from 'preact';
import type { Strings } from '../locales/strings.ts';

interface CopyProps {
  readonly code: string;
  readonly strings: Strings;
}

interface CopyState {
  readonly became?: 'copied' | 'failed';
}

/**
 * The button that puts a coupon's code on the clipboard. Where a page or a browser forbids that, it stays, with the
 * focus on it, the code is selected, and the visitor is told to copy it.
 */
export class CopyCode extends Component<CopyProps, CopyState> {
  render({ code, strings: s }: CopyProps, { became }: CopyState): JSX.Element | null {
    // Pages without TLS have no clipboard.
    if (!('clipboard' in navigator)) return null;
    return (
      <>
        <button
          type="button"
          class="link"
          part="link"
          data-ha="copy"
          onClick={({ currentTarget }) => {
            const words = currentTarget.parentElement?.querySelector('strong');
            navigator.clipboard.writeText(code).then(
              () => this.setState({ became: 'copied' }),
              () => {
                if (words) getSelection()?.selectAllChildren(words);
                this.setState({ became: 'failed' });
              },
            );
          }}
        >
          {became === 'copied' ? s.copied : s.copy}
        </button>
        {/* Screen readers do not always read a button again when its text changes. */}
        <span class={became === 'failed' ? 'hint' : 'said'} data-ha="copy-status" aria-live="polite">
          {became === 'failed' ? s.copyFailed : became && s.copied}
        </span>
      </>
    );
  }
}
