import { render } from 'preact';
import type { Position } from '../core/theme/readTheme.ts';
import type { LocaleFile } from '../locales/localeFile.ts';
import type { Strings } from '../locales/strings.ts';
import { inIdleTime } from '../platform/inIdleTime.ts';
import { isJsdom } from '../platform/isJsdom.ts';
import { afterRelease } from './afterRelease.ts';
import type { FilledConsentText } from './consentText.tsx';
import { despiteTraps } from './despiteTraps.ts';
import { fillText } from './fill.tsx';
import { createHost } from './host.ts';
import type { OnPage } from './onPage.ts';
import { Popup } from './Popup.tsx';
import { keyboardNow, showOnPage } from './showOnPage.ts';
import type { ViewProps } from './view.ts';

/** Puts the owner's theme on the host element. */
export type ApplyTheme = (element: HTMLElement) => {
  /** Styles of the picture. */
  readonly css: string;
  readonly position?: Position;
  readonly picture?: { readonly url: string; readonly text: string } | undefined;
  undo(): void;
};

/** How a popup comes. */
export interface ShowOptions {
  /** Whether the visitor opened it: the first field gets the focus, not the heading. */
  readonly focusesField: boolean;
  /** The element that contains it; undefined for the page as a whole. */
  readonly into: (() => Element | undefined) | undefined;
  readonly applyTheme: ApplyTheme | undefined;
  /** The page has removed the popup's element, and does not let it be put back. */
  onRemoved(): void;
}

/** The drawn popup. */
export interface PopupView {
  readonly root: ShadowRoot;
  addStyles(css: string): void;
  /** Puts it on the page. Until then it is drawn, and nowhere to be seen. */
  show(options: ShowOptions): void;
  readonly strings: Strings;
  readonly consentText: FilledConsentText;
  /** What is needed besides the state: the phone rules, other components. */
  update(change: Partial<ViewProps>): void;
  /** The same, where the visitor did nothing that it follows from: it is drawn when no button is being pressed. */
  updateLater(change: Partial<ViewProps>): void;
  /** Whether the form was submitted, and what it needs is being fetched or answered. */
  setBusy(isBusy: boolean): void;
  focusProblem(): void;
  focusPanel(): void;
  focusHeading(): void;
  focusField(): void;
  focusCode(): void;
  remove(): void;
}

type DrawOptions = Omit<ViewProps, 'strings'> & {
  readonly localeFile: LocaleFile;
  /** What replaces the browser's top layer, where the owner wants none. */
  readonly onPage: OnPage | undefined;
};

const firstField = 'input:not([type=checkbox],.trap),select:not([data-ha=country]),.main';

/** Draws the popup, beside the page: drawing takes longer than showing what is drawn, and may be done before its moment. */
export function createPopupView({ localeFile, onPage, ...options }: DrawOptions): PopupView {
  const { layout } = options;
  const host = createHost(options.settings.nonce);
  // Rendered into a node of its own, so that the live region below is never redrawn.
  const frame = host.root.appendChild(document.createElement('div'));
  let props: ViewProps = { ...options, strings: localeFile.strings };
  const draw = (change: Partial<ViewProps>) => {
    props = { ...props, ...change };
    const { panel, isSending } = props.state;
    host.element.setAttribute('data-ha-state', panel?.kind ?? (isSending ? 'sending' : 'form'));
    render(<Popup {...props} />, frame);
  };
  const find = <T extends HTMLElement>(selector: string) => host.root.querySelector<T>(selector);
  draw({});

  const undos: (() => void)[] = [];
  let before: HTMLElement | null = null;

  const show = ({ into, focusesField, applyTheme, onRemoved }: ShowOptions) => {
    // Announced before anything is on the page.
    if (layout === 'modal' && !isJsdom() && !globalThis.HTMLDialogElement?.prototype.showModal)
      throw new Error('no modal dialogs');
    // MooTools before 1.2.4 puts a `JSON` of its own in its place: what is given could not be sent, nor remembered.
    if (!JSON.stringify || !JSON.parse) throw new Error('no JSON');
    // All that is read of the page's layout is read before the first change of it: each one after that would cost a layout.
    const keyboard = keyboardNow();
    before = document.activeElement as HTMLElement | null;
    // A page that is swapped whole keeps no copy of it. https://turbo.hotwired.dev/reference/attributes
    host.element.setAttribute('data-turbo-temporary', '');
    (into?.() ?? document.body ?? document.documentElement).append(host.element);
    if (!host.isStyled()) throw new Error('the policy refuses its styles');
    // Beside a flyout the page goes on being used: the focus goes back to where it came from, not to where it was at first.
    host.element.addEventListener('focusin', ({ relatedTarget }) => {
      if (relatedTarget) before = relatedTarget as HTMLElement;
    });
    keepToOurselves(host.element, layout === 'inline' ? ownEvents : [...ownEvents, ...scrolling]);
    const theme = applyTheme?.(host.element);
    if (theme?.css) host.addStyles(theme.css);
    if (theme) draw({ position: theme.position, picture: theme.picture });
    const onCloseRequest = () => options.actions.close('escape');
    const isQuiet = layout !== 'modal' && !focusesField;
    const focused = find(focusesField ? `[role=status],${firstField}` : '#heading');
    // `showModal()` focuses what has this attribute; without it, it would focus the cross first.
    if (layout === 'modal') focused?.setAttribute('autofocus', '');
    const put = () => showOnPage(frame.firstElementChild as HTMLElement, { layout, onPage, onCloseRequest, keyboard });
    let hide = put();
    if (!isQuiet && host.root.activeElement !== focused) focused?.focus();
    if (isQuiet && layout === 'flyout') announce(host.root, localeFile.strings.arrived, focused?.textContent ?? '');

    inIdleTime([() => draw({ isShown: true })]);

    // Some pages clear away what they do not know. Once it is put back; a page that insists has its way.
    let isPutBack = false;
    const page = document.documentElement;
    const watch = new MutationObserver(() => {
      if (host.element.isConnected) return;
      // What was typed stays with the element, wherever that stands next.
      if (into) return void into()?.append(host.element);
      // `document.open()` has removed every listener, the popup's own as well, so that a restored popup could not be
      // closed.
      if (isPutBack || document.documentElement !== page) return onRemoved();
      isPutBack = true;
      page.append(host.element);
      hide();
      hide = put();
    });
    // A form in the page goes with any of the elements around it.
    watch.observe(document, { childList: true, subtree: !!into });
    watch.observe(page, { childList: true });
    watch.observe(host.element.parentNode ?? document, { childList: true });
    undos.push(
      () => watch.disconnect(),
      layout === 'modal' ? despiteTraps(host.element) : () => {},
      layout === 'modal' && onPage ? onPage.closeByHand(host.element, options.actions) : () => {},
      () => hide(),
      () => theme?.undo(),
    );
  };

  return {
    root: host.root,
    addStyles: host.addStyles,
    show,
    strings: localeFile.strings,
    consentText: options.consentText,
    update: draw,
    updateLater: (change) => {
      props = { ...props, ...change };
      // Nobody waits for it: what is thrown would reach the page.
      afterRelease(host.root)
        .then(() => draw({}))
        .catch(() => {});
    },
    setBusy: (isBusy) => find('form')?.setAttribute('aria-busy', `${isBusy}`),
    focusProblem: () => find('[aria-invalid=true]')?.focus(),
    focusPanel: () => find('[role=status]')?.focus(),
    focusHeading: () => find('#heading')?.focus(),
    focusCode: () => find('[data-ha=code]')?.focus(),
    focusField: () => find(firstField)?.focus(),
    remove() {
      const focused = host.root.activeElement as HTMLElement | null;
      // WebKit and Firefox scroll a page to its top when the caret goes with its field.
      focused?.blur();
      for (const undo of undos.splice(0)) undo();
      // A modal dialog hands the focus back by itself.
      if (focused && layout === 'flyout' && before?.isConnected) before.focus();
      render(null, frame);
      host.remove();
    },
  };
}

/** Shortcuts of the page must neither eat what is typed nor act on it. Escape is heard at the host, or within. */
const ownEvents = ['keydown', 'keypress', 'keyup', 'beforeinput', 'cut', 'copy', 'paste'];

/** Scripts that scroll smoothly prevent the browser's own scrolling, and scroll the page behind. */
const scrolling = ['wheel', 'touchstart', 'touchmove'];

function keepToOurselves(element: HTMLElement, names: readonly string[]): void {
  for (const name of names) element.addEventListener(name, (event) => event.stopPropagation(), { passive: true });
  // https://github.com/darkroomengineering/lenis#nested-scroll
  element.setAttribute('data-lenis-prevent', '');
}

/** Says once, politely, that something has come: into a region that was there before its words. */
function announce(root: ShadowRoot, sentence: string, heading: string): void {
  const region = document.createElement('p');
  region.className = 'said';
  region.setAttribute('aria-live', 'polite');
  root.append(region);
  setTimeout(() => {
    region.textContent = fillText(sentence, { heading });
  }, 100);
}
