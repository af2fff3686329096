import type { Actions } from './view.ts';

/** What replaces the browser's top layer, where the owner wants none. */
export interface OnPage {
  readonly showOverPage: typeof showOverPage;
  readonly closeByHand: typeof closeByHand;
}

/** A modal dialog without the top layer, for password managers whose lists would land behind it; answers the undo. */
export function showOverPage(dialog: HTMLDialogElement): () => void {
  const before = document.activeElement as HTMLElement | null;
  const host = (dialog.getRootNode() as ShadowRoot).host;
  const others = [...document.body.children].filter(
    (e): e is HTMLElement => e instanceof HTMLElement && e !== host && !e.inert,
  );
  for (const other of others) other.inert = true;
  dialog.setAttribute('aria-modal', 'true');
  dialog.setAttribute('data-on-page', '');
  dialog.show();
  return () => {
    for (const other of others) other.inert = false;
    dialog.close();
    before?.focus();
  };
}

/** Below the top layer no browser closes a dialog by Escape or draws a backdrop to click. Returns the undo function. */
export function closeByHand(host: HTMLElement, { close }: Pick<Actions, 'close'>): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let isBeside = false;
  const liesBeside = (event: Event) => event.isTrusted && !event.composedPath().includes(host);
  const press = (event: Event) => {
    isBeside = liesBeside(event);
  };
  // Selecting text from inside to outside is no click outside.
  const click = (event: Event) => {
    if (isBeside && liesBeside(event)) close('backdrop');
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close('escape');
  };
  document.addEventListener('mousedown', press, { signal });
  document.addEventListener('click', click, { signal });
  document.addEventListener('keydown', key, { signal });
  // The host keeps its keys from the page, and so from the document.
  host.addEventListener('keydown', key, { signal });
  return () => listening.abort();
}
