/** A control that a visitor looks for: how it is marked up, and its accessible name. */
export type Sought = readonly [selector: string, name: RegExp];

/** Milliseconds. */
const longest = 8_000;
const betweenLooks = 40;
const toRead = 600;

/** The simulated visitor of one phone, which is a frame: finds controls by their name, clicks and types. */
export class Visitor {
  readonly frame = document.createElement('iframe');

  constructor(
    private readonly place: HTMLElement,
    title: string,
    private readonly signal: AbortSignal,
  ) {
    this.frame.title = title;
    // The phone is only watched: screen readers get the story instead, and the focus stays where the reader has it.
    this.frame.inert = true;
    this.frame.tabIndex = -1;
  }

  /** The open modal dialog, in an open shadow root or not. */
  get dialog(): HTMLElement | undefined {
    return this.#trees().flatMap((tree) => tree.querySelector<HTMLElement>('dialog:modal') ?? [])[0];
  }

  /** The visible controls of that kind. While a modal dialog is open, the page behind it cannot be reached. */
  all([selector, name]: Sought): HTMLElement[] {
    const { dialog } = this;
    return (dialog ? [dialog] : this.#trees())
      .flatMap((tree) => [...tree.querySelectorAll<HTMLElement>(selector)])
      .filter((control) => isReachable(control) && name.test(nameOf(control)));
  }

  /** Opens an address without adding to the browser's history. */
  open(path: string): Promise<void> {
    return this.next(() => {
      if (this.frame.isConnected) this.frame.contentWindow?.location.replace(path);
      else {
        this.frame.src = path;
        this.place.replaceChildren(this.frame);
      }
    });
  }

  /** Waits for the page that follows an action. */
  async next(doing: () => void): Promise<void> {
    let isLoaded: true | undefined;
    this.frame.addEventListener(
      'load',
      () => {
        isLoaded = true;
      },
      { once: true },
    );
    doing();
    await this.must('a page did not load', () => isLoaded);
  }

  async wait(milliseconds: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    this.signal.throwIfAborted();
  }

  /** Waits long enough for the reader to read. */
  read(): Promise<void> {
    return this.wait(toRead);
  }

  /** Looks until something is found, or the time is over. */
  async look<T>(what: () => T | undefined, until = { end: performance.now() + longest }): Promise<T | undefined> {
    for (;;) {
      this.signal.throwIfAborted();
      const found = what();
      if (found !== undefined || performance.now() >= until.end) return found;
      await this.wait(betweenLooks);
    }
  }

  /** As above; the visitor cannot continue without it. */
  async must<T>(otherwise: string, what: () => T | undefined): Promise<T> {
    const found = await this.look(what);
    if (found === undefined) throw new Error(otherwise);
    return found;
  }

  find(sought: Sought): Promise<HTMLElement> {
    return this.must(`there is no ${sought.join(' ')}`, () => this.all(sought)[0]);
  }

  async press(sought: Sought): Promise<void> {
    (await this.find(sought)).click();
  }

  /** Clicks a control that leads to another page, and waits for that page. */
  async follow(sought: Sought): Promise<void> {
    const control = await this.find(sought);
    await this.next(() => control.click());
  }

  /** The page, and the open shadow roots on it; a page of another site cannot be read. */
  #trees(): ParentNode[] {
    const page = this.frame.contentDocument;
    if (!page) throw new Error('the page on the phone cannot be reached');
    return [page, ...[...page.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  }
}

/** The honeypot is rendered, but outside the visible area. */
function isReachable(element: HTMLElement): boolean {
  return element.getClientRects().length > 0 && !element.closest('[aria-hidden="true"]');
}

/** The name of a control: its `aria-label`, its label or its text. */
export function nameOf(element: HTMLElement): string {
  const label = (element as HTMLInputElement).labels?.[0] ?? element;
  return (element.getAttribute('aria-label') ?? label.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Types into a field. */
export function type(field: HTMLElement, text: string): void {
  (field as HTMLInputElement).value = text;
  for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
}
