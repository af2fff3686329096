/**
 * A popup takes the focus as it opens, in a phone too, although that is inert. Nobody sits at its keyboard: the focus is
 * given back to where the reader has it. Answers the undo.
 */
export function keepFocus(): () => void {
  let last = document.activeElement;
  const note = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement && !isFrame(target)) last = target;
  };
  const giveBack = () => {
    const { activeElement } = document;
    if (!isFrame(activeElement)) return;
    if (last instanceof HTMLElement && last !== document.body) last.focus({ preventScroll: true });
    else activeElement.blur();
  };
  document.addEventListener('focusin', note);
  // The window loses the focus to a frame in it, or to another window; in that case it is not ours to take back.
  window.addEventListener('blur', giveBack);
  return () => {
    document.removeEventListener('focusin', note);
    window.removeEventListener('blur', giveBack);
  };
}

function isFrame(element: Element | null): element is HTMLIFrameElement {
  return element instanceof HTMLIFrameElement;
}
