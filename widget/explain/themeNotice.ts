import type { Note } from '../core/notice/note.ts';
import { themeNotes } from '../core/theme/themeNotes.ts';
import { applyTheme } from '../popup/theme.ts';

/** What the owner should know of the theme; the element, which stands on the page, is left as it was. */
export function themeNotice(element: HTMLElement, rawTheme: unknown): Note[] {
  const found = applyTheme(element, rawTheme);
  found.undo();
  return themeNotes(found);
}
