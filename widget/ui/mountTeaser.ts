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
  /** Stands in the page, though its body was swapped, and clear of what else is fixed at its corner: a chat's bubble. */
  keepInPlace(): void;
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
  host.element.setAttribute('data-turbo-temporary', '');
  document.body.append(host.element);
  if (!host.isStyled()) host.remove();
  return {
    element: host.element,
    setSide: (side) => tab.classList.toggle('start', side === 'start'),
    setHidden(isHidden) {
      tab.hidden = isHidden;
    },
    keepInPlace() {
      if (!host.element.isConnected) document.body.append(host.element);
      tab.style.removeProperty('translate');
      let lift = 0;
      // What stands above what stands there may be fixed as well.
      for (let i = 0; i < 5; i += 1) {
        const by = overlapOf(tab, host.element);
        if (by <= 0) break;
        lift += by + gap;
        tab.style.translate = `0 ${-lift}px`;
      }
    },
    focusUnlessElsewhere() {
      if (document.activeElement === document.body) main.focus();
    },
    remove: host.remove,
  };
}

/** CSS pixels between the tab and what it stands clear of. */
const gap = 8;

/** How far the tab has to rise so that no foreign element that is fixed on the page lies over or below it. CSS pixels. */
function overlapOf(tab: HTMLElement, host: Element): number {
  const { left, right, top, bottom } = tab.getBoundingClientRect();
  let by = 0;
  // Bubbles are larger than these steps.
  for (let x = left + 2; x < right; x += 16) {
    for (const y of [top + 2, (top + bottom) / 2, bottom - 2]) {
      // WebKit finds our own button as well, where generated content is drawn.
      const isOwn = (e: Element) => e === host || tab.contains(e);
      const foreign = document.elementsFromPoint(x, y).find((e) => !isOwn(e) && isFixed(e));
      const box = foreign?.getBoundingClientRect();
      // What is as high as half the window is a layer, or a column: nothing stands clear of it.
      if (box && box.height < innerHeight / 2) by = Math.max(by, bottom - box.top);
    }
  }
  return by;
}

function isFixed(element: Element): boolean {
  for (let e: Element | null = element; e && e !== document.body; e = e.parentElement) {
    if (getComputedStyle(e).position === 'fixed') return true;
  }
  return false;
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
