import type { Note } from '../core/notice/note.ts';
import { createHost } from './host.ts';
import css from './notice.css?inline';

/** What the badge's buttons do. */
export interface NoticeActions {
  /** Left out where there is no popup. */
  show?(): void;
  hide(): void;
}

/** The drawn badge. */
export interface NoticeView {
  readonly element: HTMLElement;
  draw(notes: readonly [Note, ...Note[]]): void;
  remove(): void;
}

/** Draws the owner's notice into a corner: one line, and the rest on demand. No framework, since only owners load it. */
export function mountNotice(
  nonce: string | undefined,
  { show, hide }: NoticeActions,
  name = 'hello-again-notice',
): NoticeView {
  const host = createHost(nonce, { name, css });
  const line = element('span', 'line');
  const dot = element('span', 'dot');
  const list = element('ul', 'notes');
  const details = element('details', 'badge', [
    element('summary', '', [dot, line, element('span', 'title', 'Hello Again')]),
    list,
    element('p', 'only', 'Only you see this: on this machine, in a theme’s preview, or with ?ha=check.'),
    element('p', 'buttons', [...(show ? [button('Show the popup', show)] : []), button('Hide this', hide)]),
  ]);
  const section = element('section', '', [details]);
  section.setAttribute('aria-label', 'Hello Again, for the owner of this site');
  host.root.append(section);
  document.body.append(host.element);
  return {
    element: host.element,
    draw(notes) {
      line.textContent = notes[0].says;
      dot.className = `dot ${notes[0].tone}`;
      list.replaceChildren(
        ...notes.map(({ tone, says, fix }) =>
          element('li', tone, [element('p', '', says), ...(fix ? [element('p', 'fix', fix)] : [])]),
        ),
      );
    },
    remove: host.remove,
  };
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  content: string | readonly Node[] = [],
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (typeof content === 'string') made.textContent = content;
  else made.append(...content);
  return made;
}

function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', '', text);
  made.type = 'button';
  made.addEventListener('click', onClick);
  return made;
}
