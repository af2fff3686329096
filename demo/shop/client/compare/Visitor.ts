import { dialogOn, findOn, type Sought } from './find.ts';
import { patienceOf, until, wait } from './until.ts';

/** Milliseconds. */
const longestLoad = 8_000;
const longestSearch = 8_000;
const toRead = 600;

/** The visitor cannot continue, because something that the journey needs did not appear. */
export class Stuck extends Error {
  override readonly name = 'Stuck';
}

/** The simulated visitor of one phone, which is a frame: finds controls by role and name, clicks and types. */
export class Visitor {
  readonly frame: HTMLIFrameElement;

  constructor(
    private readonly place: HTMLElement,
    title: string,
    private readonly signal: AbortSignal,
  ) {
    this.frame = document.createElement('iframe');
    this.frame.title = title;
    // The phone is only watched: screen readers get the story instead, and the focus stays where the reader has it.
    this.frame.inert = true;
    this.frame.tabIndex = -1;
  }

  /** The open page; a page of another site cannot be read. */
  get page(): Document {
    const page = this.frame.contentDocument;
    if (!page) throw new Stuck('the page on the phone cannot be reached');
    return page;
  }

  /** Opens an address without adding to the browser's history. */
  async open(path: string): Promise<void> {
    await this.next(() => {
      if (this.frame.isConnected) this.frame.contentWindow?.location.replace(path);
      else {
        this.frame.src = path;
        this.place.replaceChildren(this.frame);
      }
    });
  }

  /** Waits for the page that follows an action. */
  async next(doing: () => void): Promise<void> {
    const loaded = new Promise<boolean>((resolve) => {
      this.frame.addEventListener('load', () => resolve(true), { once: true });
    });
    doing();
    const late = this.wait(longestLoad).then(() => false);
    if (!(await Promise.race([loaded, late]))) throw new Stuck('a page did not load');
  }

  wait(milliseconds: number): Promise<void> {
    return wait(milliseconds, this.signal);
  }

  /** Waits long enough for the reader to read. */
  read(): Promise<void> {
    return this.wait(toRead);
  }

  /** Looks until something is found, or `isOver` says that it is time to stop. */
  look<T>(what: () => T | undefined, isOver = patienceOf(longestSearch, () => performance.now())) {
    return until(what, isOver, this.signal);
  }

  /** Waits until the control exists. */
  async find(sought: Sought): Promise<HTMLElement> {
    const found = await this.look(() => findOn(this.page, sought));
    if (!found) throw new Stuck(`there is no ${sought.role} ${sought.name.source}`);
    return found;
  }

  /** Waits for an open popup. */
  async findDialog(): Promise<HTMLElement> {
    const found = await this.look(() => dialogOn(this.page));
    if (!found) throw new Stuck('no popup came');
    return found;
  }

  async press(sought: Sought): Promise<void> {
    click(await this.find(sought));
  }

  /** Clicks a control that leads to another page, and waits for that page. */
  async follow(sought: Sought): Promise<void> {
    const element = await this.find(sought);
    await this.next(() => click(element));
  }
}

/** Types into a field. */
export function type(field: HTMLElement, text: string): void {
  click(field);
  (field as HTMLInputElement).value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: text, inputType: 'insertText' }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

export function click(element: HTMLElement): void {
  for (const name of ['pointerdown', 'mousedown', 'pointerup', 'mouseup']) {
    const Kind = name.startsWith('pointer') ? PointerEvent : MouseEvent;
    element.dispatchEvent(new Kind(name, { bubbles: true, cancelable: true, composed: true }));
  }
  element.click();
}
