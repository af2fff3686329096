import type { Note } from '../core/notice/note.ts';
import { isOwners } from '../platform/isOwners.ts';
import { onceLoaded } from '../platform/onceLoaded.ts';
import { onWindow } from '../platform/onWindow.ts';
import { warn } from '../platform/warn.ts';
import { mountNotice } from '../ui/noticeView.ts';

const example = `window.HelloAgain = [['options', { collector: 'https://…', brand: 'Your shop', terms: 'https://…/terms', privacy: 'https://…/privacy' }]];`;

const note: Note = {
  tone: 'bad',
  says: 'The script runs without any option, so nothing is shown. A tag manager or an optimiser may have taken its attributes.',
  fix: `Paste a script before it, or after it: ${example}`,
};

/**
 * Tells the owner that the script tag has no options, unless the page makes its signup itself.
 *
 * @param isUsed whether it has
 */
export function tagNotice(isUsed: () => boolean): void {
  if (!isOwners(true)) return;
  onceLoaded(() => {
    if (isUsed()) return;
    warn(`hello-again: no options. ${note.fix}`);
    const view = mountNotice(undefined, { hide: () => view.remove() }, 'hello-again-tag-notice');
    view.draw([note]);
    onWindow('hello-again:decide', view.remove);
  });
}
