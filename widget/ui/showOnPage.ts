import { lockScroll } from './lockScroll.ts';
import type { OnPage } from './onPage.ts';
import type { ShownLayout } from './view.ts';

/** What a keyboard on the screen leaves. CSS pixels. */
export interface Keyboard {
  readonly room: number;
  readonly below: number;
}

/** How a popup is put on the page. */
interface Showing {
  readonly layout: ShownLayout;
  /** What replaces the browser's top layer, where the owner wants none. */
  readonly onPage: OnPage | undefined;
  /** The system asked to close it: the back gesture of Android. */
  onCloseRequest(): void;
  /** As it was before anything of the page was changed. */
  readonly keyboard: Keyboard | undefined;
}

/** https://developer.mozilla.org/docs/Web/API/CloseWatcher */
interface CloseWatching extends EventTarget {
  destroy(): void;
}

interface PageWindow {
  readonly CloseWatcher?: new () => CloseWatching;
}

/**
 * Puts the drawn popup in front of the page, or beside it, and answers the undo. The top layer keeps it clear of every
 * `z-index` and every transformed ancestor of the page.
 */
export function showOnPage(element: HTMLElement, { layout, onPage, onCloseRequest, keyboard }: Showing): () => void {
  if (layout === 'inline') return () => {};
  const undos = [followKeyboard(element, keyboard)];
  if (layout === 'flyout') {
    undos.push(showBeside(element, !!onPage), keepClearOfFocus(element), onBack(onCloseRequest));
  } else {
    undos.push(lockScroll(element), (onPage?.showOverPage ?? showOver)(element as HTMLDialogElement));
  }
  return () => {
    for (const undo of undos.reverse()) undo();
  };
}

/** A modal dialog: the browser keeps the focus in, the rest inert, and hands the focus back. */
function showOver(dialog: HTMLDialogElement): () => void {
  if (dialog.showModal) dialog.showModal();
  // In an environment for tests.
  else dialog.setAttribute('open', '');
  return () => dialog.close?.();
}

function showBeside(element: HTMLElement, isOnPage: boolean): () => void {
  // Baseline since 2025; without it the highest `z-index` has to do.
  if (isOnPage || !element.showPopover) {
    element.setAttribute('data-on-page', '');
    return () => {};
  }
  element.popover = 'manual';
  element.showPopover();
  return () => element.isConnected && element.hidePopover();
}

/** The back gesture closes a flyout of a touch screen. Elsewhere the same request is Escape, which is the page's. */
function onBack(close: () => void): () => void {
  const { CloseWatcher } = window as PageWindow;
  if (!CloseWatcher || !globalThis.matchMedia?.('(pointer: coarse)').matches) return () => {};
  const watcher = new CloseWatcher();
  watcher.addEventListener('close', close);
  return () => watcher.destroy();
}

/**
 * A keyboard on the screen shrinks the visual viewport alone (Safari knows no `interactive-widget`), so the room that is
 * left is measured: https://developer.mozilla.org/docs/Web/API/VisualViewport
 */
function followKeyboard(element: HTMLElement, first: Keyboard | undefined): () => void {
  const { visualViewport: seen } = window;
  if (!seen) return () => {};
  const makeRoom = (keyboard: Keyboard | undefined) => {
    const { style } = element;
    if (keyboard) {
      style.setProperty('--ha-room', `${keyboard.room}px`);
      style.setProperty('--ha-below', `${keyboard.below}px`);
    } else {
      style.removeProperty('--ha-room');
      style.removeProperty('--ha-below');
    }
  };
  const measure = () => makeRoom(keyboardNow());
  if (first) makeRoom(first);
  seen.addEventListener('resize', measure);
  seen.addEventListener('scroll', measure);
  return () => {
    seen.removeEventListener('resize', measure);
    seen.removeEventListener('scroll', measure);
  };
}

/** Read before anything is changed: after that it would cost a layout. */
export function keyboardNow(): Keyboard | undefined {
  const { visualViewport: seen } = window;
  // Zoomed in, the visitor moves the view about: a popup that followed would run away from the finger.
  if (!seen || seen.scale > 1.01 || innerHeight - seen.height <= 1) return undefined;
  return { room: seen.height, below: Math.max(0, innerHeight - seen.height - seen.offsetTop) };
}

/** A flyout moves to the other edge when it covers what has the focus (WCAG 2.4.11). */
function keepClearOfFocus(element: HTMLElement): () => void {
  const look = (event: FocusEvent) => {
    // Not `Element`: old libraries have put a function of their own in its place.
    const { target } = event;
    if (!(target instanceof HTMLElement) || target === (element.getRootNode() as ShadowRoot).host) return;
    const own = element.getBoundingClientRect();
    const its = target.getBoundingClientRect();
    const isCovered = its.top < own.bottom && its.bottom > own.top && its.left < own.right && its.right > own.left;
    // What fills the window is never wholly covered.
    if (isCovered && its.height < innerHeight / 2) element.toggleAttribute('data-at-top');
  };
  document.addEventListener('focusin', look);
  return () => document.removeEventListener('focusin', look);
}
