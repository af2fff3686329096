/** An element that scrolls, as large as a page: many apps scroll one in place of the page. */
export function isPageLike(element: Element): boolean {
  const { clientHeight, clientWidth } = element;
  return clientHeight >= innerHeight * 0.6 && clientWidth >= innerWidth * 0.6;
}

/** What scrolled, where it scrolls the page or what stands for it. */
export function pageScrolled(target: EventTarget | null): Element | undefined {
  const { scrollingElement, documentElement } = document;
  if (target === document) return scrollingElement ?? documentElement;
  return target && (target as Node).nodeType === 1 && isPageLike(target as Element) ? (target as Element) : undefined;
}

/** How an owner would write down what scrolls: `the page`, `#app`; undefined where nothing does. */
export function nameOfScroller(): string | undefined {
  const scroller = findPageScroller();
  if (!scroller) return undefined;
  if (scroller === document.documentElement || scroller === document.body) return 'the page';
  return scroller.id ? `#${scroller.id}` : [scroller.localName, ...scroller.classList].join('.');
}

/** What scrolls on this page: the page itself, or an element as large. None where nothing does. */
export function findPageScroller(): Element | undefined {
  const { scrollingElement, documentElement } = document;
  const page = scrollingElement ?? documentElement;
  const scrolls = ({ scrollHeight, clientHeight }: Element) => scrollHeight > clientHeight + 1;
  if (scrolls(page)) return page;
  let inner = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  for (; inner; inner = inner.parentElement) {
    if (scrolls(inner) && isPageLike(inner) && /auto|scroll/.test(getComputedStyle(inner).overflowY)) return inner;
  }
  return undefined;
}
