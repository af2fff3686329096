import { isJsdom } from '../platform/isJsdom.ts';
import css from './styles.css?inline';

/** What the popup is drawn in. */
export interface Host {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** Adds the style sheet of what came later. */
  addStyles(css: string): void;
  /** Whether its styles hold, once it is on the page: a content security policy may refuse the element of older browsers. */
  isStyled(): boolean;
  remove(): void;
}

/**
 * Makes an undefined `<hello-again>` element with an open shadow root, which is for the caller to put on the page: open,
 * because password managers and tests must reach the fields; undefined, because a page may load two versions and names
 * register once.
 */
export function createHost(nonce: string | undefined, own = { name: 'hello-again', css }): Host {
  const element = document.createElement(own.name);
  const root = element.attachShadow({ mode: 'open' });
  const addStyles = (more: string) => adoptStyles(root, more, nonce);
  addStyles(own.css);
  // Prototype.js 1.6 has a `remove` of its own, which throws where the page has removed the element.
  const isStyled = () => isJsdom() || [...root.querySelectorAll('style')].every(({ sheet }) => sheet);
  return { element, root, addStyles, isStyled, remove: () => void element.parentNode?.removeChild(element) };
}

/** Adopted style sheets are no inline styles to a content security policy; older browsers get a nonce'd element. */
function adoptStyles(root: ShadowRoot, css: string, nonce: string | undefined): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    const style = document.createElement('style');
    if (nonce) style.nonce = nonce;
    style.textContent = css;
    root.append(style);
  }
}
