import type { RawOptions } from '../config/settings.ts';
import type { Note } from '../core/notice/note.ts';
import { themeNotes } from '../core/theme/themeNotes.ts';
import { themeOf } from '../popup/theme.ts';

/** What the owner should know about the theme; the element, which is on the page, is left as it was. */
export function themeNotice(element: HTMLElement, options: Pick<RawOptions, 'theme'>): Note[] {
  const found = themeOf(options)(element);
  found.undo();
  return themeNotes(found);
}
