/**
 * Scrolls an element to the middle of what it lies in: an open dialog, or its page. Not `scrollIntoView`, which would scroll
 * the page around a frame as well. Answers whether anything has to move.
 */
export function bringIntoView(element: HTMLElement, behavior: 'smooth' | 'instant'): boolean {
  const page = element.ownerDocument;
  const scroller = element.closest('dialog') ?? page.scrollingElement;
  if (!scroller) return false;
  const isPage = scroller === page.scrollingElement;
  const frame = isPage ? { top: 0, bottom: scroller.clientHeight } : scroller.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  const by = scrollBy(box, frame);
  const most = scroller.scrollHeight - scroller.clientHeight;
  const top = Math.min(most, Math.max(0, scroller.scrollTop + by));
  if (by === 0 || Math.abs(top - scroller.scrollTop) < 1) return false;
  scroller.scrollTo({ top, behavior });
  return true;
}

/** A top and a bottom, in pixels of the same origin. */
interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** How far to scroll: not at all for what is well inside already, else to the middle. */
export function scrollBy(box: Span, frame: Span): number {
  const margin = (frame.bottom - frame.top) / 8;
  if (box.top >= frame.top + margin && box.bottom <= frame.bottom - margin) return 0;
  return (box.top + box.bottom) / 2 - (frame.top + frame.bottom) / 2;
}
