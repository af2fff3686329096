/**
 * A popup takes the focus when it opens, in a frame as well. The reader of the page needs it, so it is given back where they had
 * it, each time `taken` happens at `target`.
 */
export function keepFocus(target: EventTarget, taken: string, options: AddEventListenerOptions = {}): void {
  let last = document.activeElement;
  const note = ({ target: focused }: FocusEvent) => {
    if (focused instanceof HTMLElement && !isFrame(focused)) last = focused;
  };
  const giveBack = () => {
    const { activeElement } = document;
    if (!isFrame(activeElement)) return;
    if (last instanceof HTMLElement && last !== document.body) last.focus({ preventScroll: true });
    else activeElement.blur();
  };
  document.addEventListener('focusin', note, options);
  target.addEventListener(taken, giveBack, options);
}

function isFrame(element: Element | null): element is HTMLIFrameElement {
  return element instanceof HTMLIFrameElement;
}
