import type { Undo } from '../core/ports.ts';
import { findElement } from './findElement.ts';

/** Calls back once, when an element of the page fits the selector. A selector that is none fits nothing. */
export function onceThere(selector: string | Element, callback: () => void): Undo {
  const look = () => {
    if (!findElement(selector)) return;
    observer.disconnect();
    callback();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['id', 'class'] });
  look();
  return () => observer.disconnect();
}
