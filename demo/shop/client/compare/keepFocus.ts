/**
 * A popup takes the focus when it opens, even in a phone, which is inert. The reader needs the focus, so it is given back.
 * Returns the undo function.
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
  // The window loses the focus to a frame in it or to another window, which may keep it.
  window.addEventListener('blur', giveBack);
  return () => {
    document.removeEventListener('focusin', note);
    window.removeEventListener('blur', giveBack);
  };
}

function isFrame(element: Element | null): element is HTMLIFrameElement {
  return element instanceof HTMLIFrameElement;
}
