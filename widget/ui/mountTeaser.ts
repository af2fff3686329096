import { createHost } from './host.ts';
import css from './teaser.css?inline';

/** What the tab says and does. */
export interface TeaserOptions {
  readonly text: string;
  readonly closeText: string;
  /** BCP 47 tag. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  press(): void;
  close(): void;
}

/** The drawn tab. */
export interface TeaserView {
  readonly element: HTMLElement;
  setSide(side: 'start' | 'end'): void;
  setHidden(isHidden: boolean): void;
  /** Takes the focus where nothing else has it. */
  focusUnlessElsewhere(): void;
  remove(): void;
}

/** Draws the tab that brings the popup back. No framework: it is two buttons, and Preact would come as a file of its own. */
export function mountTeaser(nonce: string | undefined, options: TeaserOptions): TeaserView {
  const host = createHost(nonce, { name: 'hello-again-teaser', css });
  const tab = document.createElement('div');
  tab.className = 'tab';
  tab.lang = options.locale;
  tab.dir = options.direction;
  const main = button('teaser', options.text, options.press);
  tab.append(main, button('teaser-close', '', options.close, options.closeText));
  host.root.append(tab);
  document.body.append(host.element);
  return {
    element: host.element,
    setSide: (side) => tab.classList.toggle('start', side === 'start'),
    setHidden(isHidden) {
      tab.hidden = isHidden;
    },
    focusUnlessElsewhere() {
      if (document.activeElement === document.body) main.focus();
    },
    remove: host.remove,
  };
}

function button(hook: string, text: string, onClick: () => void, label?: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = hook;
  made.dataset.ha = hook;
  made.setAttribute('part', hook);
  made.textContent = text;
  if (label) made.setAttribute('aria-label', label);
  made.addEventListener('click', onClick);
  return made;
}
