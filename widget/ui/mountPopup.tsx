import { render } from 'preact';
import type { Channel } from '../core/ask/reasons.ts';
import type { ShownConsent } from '../core/contact/consent.ts';
import type { PhoneRules } from '../core/contact/phone.ts';
import type { FlowState } from '../core/flow/state.ts';
import type { Strings } from '../locales/strings.ts';
import type { Words } from '../words.ts';
import { createHost } from './host.ts';
import type { FilledLegal } from './legalText.tsx';
import { Popup } from './Popup.tsx';
import { shownConsent } from './shownConsent.ts';
import type { ViewProps } from './view.ts';

/** The drawn popup. */
export interface PopupView {
  readonly strings: Strings;
  readonly legal: FilledLegal;
  render(state: FlowState): void;
  setPhone(phone: PhoneRules): void;
  /** What stands in the fields right now; undefined for a field that is not there. */
  values(): {
    readonly email: string | undefined;
    readonly phone: string | undefined;
    readonly trap: string | undefined;
  };
  /** The consents as they stand on the screen. `now` counts as given where the button itself gives it. */
  shownConsents(state: FlowState, now: string): ShownConsent[];
  focusProblem(): void;
  focusPanel(): void;
  focusHeading(): void;
  remove(): void;
}

type MountOptions = Omit<ViewProps, 'strings' | 'phone'> & {
  readonly words: Words;
  /** The visitor opened it: the first field takes the focus, not the heading. */
  readonly focusesField: boolean;
};

/** Draws the popup and opens it as a modal dialog. */
export function mountPopup({ words, focusesField, ...options }: MountOptions): PopupView {
  // Said before anything stands on the page.
  if (!('showModal' in HTMLDialogElement.prototype)) throw new Error('no modal dialogs');
  const host = createHost(options.settings.nonce);
  let props: ViewProps = { ...options, strings: words.strings, phone: undefined };
  const draw = (change: Partial<ViewProps>) => {
    props = { ...props, ...change };
    const { panel, isSending } = props.state;
    host.element.setAttribute('data-ha-state', panel?.kind ?? (isSending ? 'sending' : 'form'));
    render(<Popup {...props} />, host.root);
  };
  draw({});
  const find = <T extends HTMLElement>(selector: string) => host.root.querySelector<T>(selector);
  const unlock = lockScroll();
  find<HTMLDialogElement>('dialog')?.showModal();
  const first = focusesField ? 'input, [role=status]' : '#heading';
  find(first)?.focus();

  const wordsOf = (channel: Channel) => find(`[data-ha-words="${channel}"]`);
  return {
    strings: words.strings,
    legal: options.legal,
    render: (state) => draw({ state }),
    setPhone: (phone) => draw({ phone }),
    values: () => ({
      email: find<HTMLInputElement>('[data-ha=email]')?.value,
      phone: find<HTMLInputElement>('[data-ha=phone]')?.value,
      trap: find<HTMLInputElement>('.trap')?.value,
    }),
    shownConsents(state, now) {
      const shown: ShownConsent[] = [];
      for (const channel of ['email', 'sms'] as const) {
        const element = wordsOf(channel);
        if (!element) continue;
        const bySubmit = channel === 'email' && options.legal.emailMethod === 'submit';
        const checkedAt = bySubmit ? now : state.entered.ticks[channel];
        shown.push(shownConsent(element, channel, options.legal, bySubmit ? 'submit' : 'checkbox', checkedAt));
      }
      return shown;
    },
    focusProblem: () => find('[aria-invalid=true]')?.focus(),
    focusPanel: () => find('[role=status]')?.focus(),
    focusHeading: () => find('#heading')?.focus(),
    remove() {
      // Closing hands the focus back to where it was.
      find<HTMLDialogElement>('dialog')?.close();
      render(null, host.root);
      host.remove();
      unlock();
    },
  };
}

/** Keeps the page behind a modal dialog from scrolling; answers the undo. */
function lockScroll(): () => void {
  const page = document.documentElement;
  const former = page.style.overflow;
  const hadStyle = page.hasAttribute('style');
  page.style.overflow = 'hidden';
  return () => {
    page.style.overflow = former;
    if (!hadStyle && page.style.length === 0) page.removeAttribute('style');
  };
}
