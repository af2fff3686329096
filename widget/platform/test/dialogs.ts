import { vi } from 'vitest';

/** An element as `otherDialog.ts` looks at it. */
export interface FakeElement {
  localName?: string;
  /** Its own, or of an ancestor. */
  isHiddenFromAll?: boolean;
  isVisible?: boolean;
  box?: readonly [left: number, top: number, width: number, height: number];
  shadow?: FakeElement[];
}

/** A window of 1000 by 800 with these dialogs, and these hosts right below `<body>`. Nothing is laid out or styled. */
export class FakeWindow extends EventTarget {
  dialogs: FakeElement[] = [];
  hosts: FakeElement[] = [];
  /** What is observed, by how many shadow trees and pages. */
  observed = 0;
  /** Listeners that have not been removed. */
  listeners = 0;
  #changed: (() => void) | undefined;

  constructor(knowsVisibility = true) {
    super();
    const page = this;
    const addEventListener = page.addEventListener.bind(page);
    const put = (element: FakeElement): object => ({
      localName: element.localName ?? 'div',
      children: [],
      closest: () => (element.isHiddenFromAll ? {} : null),
      getBoundingClientRect: () => {
        const [left, top, width, height] = element.box ?? [300, 200, 400, 300];
        return { left, top, width, height, right: left + width, bottom: top + height };
      },
      ...(knowsVisibility ? { checkVisibility: () => element.isVisible ?? true } : { element }),
      ...(element.shadow ? { shadowRoot: { querySelectorAll: () => element.shadow?.map(put), addEventListener } } : {}),
    });
    vi.stubGlobal('innerWidth', 1000);
    vi.stubGlobal('innerHeight', 800);
    vi.stubGlobal('getComputedStyle', ({ element }: { element?: FakeElement }) => ({
      position: 'static',
      visibility: element?.isVisible === false ? 'hidden' : 'visible',
    }));
    vi.stubGlobal('document', {
      addEventListener,
      body: {
        get children() {
          return page.hosts.map(put);
        },
      },
      querySelectorAll: () => page.dialogs.map(put),
    });
    vi.stubGlobal(
      'MutationObserver',
      class {
        constructor(callback: () => void) {
          page.#changed = callback;
        }
        observe() {
          page.observed += 1;
        }
        disconnect() {
          page.observed = 0;
          page.#changed = undefined;
        }
      },
    );
    vi.stubGlobal('location', { origin: 'https://shop.example.com' });
    vi.stubGlobal('addEventListener', (name: string, callback: () => void) => {
      page.listeners += 1;
      page.addEventListener(name, callback);
    });
    vi.stubGlobal('removeEventListener', (name: string, callback: () => void) => {
      page.listeners -= 1;
      page.removeEventListener(name, callback);
    });
  }

  /** Something has changed on the page. */
  change(dialogs = this.dialogs): void {
    this.dialogs = dialogs;
    this.#changed?.();
  }
}
