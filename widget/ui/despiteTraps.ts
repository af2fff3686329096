/**
 * Focus traps of the page (focus-trap and its kind, with their defaults) stop every click outside of their own element, in the
 * capture phase at the document, and prevent what it would do. Such a click is given to what it was meant for once more, within
 * the popup alone. Answers the undo.
 */
export function despiteTraps(host: HTMLElement): () => void {
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  let arrived: Event | undefined;
  // Whoever keeps the whole press from the page, and not only its click, means it: a test that merely tries a button.
  let isPressed = false;
  host.addEventListener(
    'pointerdown',
    () => {
      isPressed = true;
    },
    options,
  );
  // They prevent the press as well, which would have moved the focus.
  host.addEventListener(
    'mousedown',
    (event) => {
      if (event.defaultPrevented) meantBy(event.composedPath()[0] as HTMLElement).focus();
    },
    options,
  );
  host.addEventListener(
    'click',
    (event) => {
      arrived = event;
    },
    options,
  );
  addEventListener(
    'click',
    (event) => {
      const path = event.composedPath();
      const isMeant = isPressed && event.isTrusted && path.includes(host);
      isPressed = false;
      if (!isMeant) return;
      setTimeout(() => {
        if (arrived !== event && event.defaultPrevented) clickAgain(path[0] as HTMLElement);
      });
    },
    options,
  );
  return () => listening.abort();
}

function clickAgain(target: HTMLElement): void {
  const meant = meantBy(target);
  // Not composed: it stays in the popup's own tree.
  meant.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
}

/** A label would hand on a click that the page sees, and the trap would stop that one as well. */
function meantBy(target: HTMLElement): HTMLElement {
  return target.closest('label')?.control ?? target.closest<HTMLElement>('a,button,input,select') ?? target;
}
