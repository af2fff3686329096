import { wait } from './until.ts';

/** How long a page may take, in milliseconds. */
const longestLoad = 8_000;

/** The visitor cannot go on: something that the journey needs did not come. */
export class Stuck extends Error {
  override readonly name = 'Stuck';
}

/** A phone: one frame, and the pages that go through it. */
export class Phone {
  readonly frame: HTMLIFrameElement;
  readonly #signal: AbortSignal;
  readonly #place: HTMLElement;

  constructor(place: HTMLElement, title: string, signal: AbortSignal) {
    this.#place = place;
    this.#signal = signal;
    this.frame = document.createElement('iframe');
    this.frame.title = title;
    // To be watched: what is told aloud is the visitor's own story, and the focus stays where the reader has it.
    this.frame.inert = true;
    this.frame.tabIndex = -1;
  }

  /** The page that is open; a page of another site cannot be looked into. */
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
        // Below the fingertip.
        this.#place.prepend(this.frame);
      }
    });
  }

  /** Waits for the page that follows from what is done. */
  async next(doing: () => void): Promise<void> {
    const loaded = new Promise<boolean>((resolve) => {
      this.frame.addEventListener('load', () => resolve(true), { once: true });
    });
    doing();
    const late = wait(longestLoad, this.#signal).then(() => false);
    if (!(await Promise.race([loaded, late]))) throw new Stuck('a page did not load');
  }
}
