/** What a visitor looks for: a control, by its role and accessible name. */
export interface Sought {
  readonly role: 'link' | 'button' | 'textbox' | 'checkbox';
  readonly name: RegExp;
}

const selectors: Readonly<Record<Sought['role'], string>> = {
  link: 'a[href]',
  button: 'button',
  textbox: 'input:not([type="checkbox"], [type="radio"], [type="hidden"])',
  checkbox: 'input[type="checkbox"]',
};

/** The open modal dialog of a page, in an open shadow root or not. */
export function dialogOn(page: Document): HTMLElement | undefined {
  for (const tree of treesOf(page)) {
    const dialog = tree.querySelector<HTMLElement>('dialog:modal');
    if (dialog) return dialog;
  }
  return undefined;
}

/** The first visible control of that kind. While a modal dialog is open, the page behind it cannot be reached. */
export function findOn(page: Document, sought: Sought): HTMLElement | undefined {
  const dialog = dialogOn(page);
  for (const tree of dialog ? [dialog] : treesOf(page)) {
    const found = allIn(tree, sought.role).find((element) => sought.name.test(nameOf(element)));
    if (found) return found;
  }
  return undefined;
}

/** All visible elements of a role. */
export function allIn(tree: ParentNode, role: Sought['role']): HTMLElement[] {
  return [...tree.querySelectorAll<HTMLElement>(selectors[role])].filter(isReachable);
}

/** The honeypot is rendered, but outside the visible area. */
function isReachable(element: HTMLElement): boolean {
  return element.getClientRects().length > 0 && !element.closest('[aria-hidden="true"]');
}

/** The name of a control: its `aria-label`, its label or its text. */
export function nameOf(element: HTMLElement): string {
  const [label] = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
  return fold(element.getAttribute('aria-label') ?? (label ?? element).textContent ?? '');
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The page, and the open shadow roots on it. */
function treesOf(page: Document): ParentNode[] {
  return [page, ...[...page.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
}
