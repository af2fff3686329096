import type { SideName } from '../../compare/stage.ts';

/** Where the phones' pages go. */
export function phonePlaces(root: HTMLElement): Readonly<Record<SideName, HTMLElement>> {
  return { plain: placeOf(root, 'plain'), hello: placeOf(root, 'hello') };
}

/** Puts every page away, and what it remembers with it. */
export function emptyPhones(root: HTMLElement): void {
  for (const place of Object.values(phonePlaces(root))) place.replaceChildren();
}

/** Leaves the last pages on show, and takes the popup's script off them: it would go on to remember in this browser. */
export function leaveShops(root: HTMLElement): void {
  const frame = phonePlaces(root).hello.querySelector('iframe');
  const page = frame?.contentWindow as (Window & { HelloAgain?: { destroy?(): void } }) | null | undefined;
  page?.HelloAgain?.destroy?.();
}

/** On a small screen the choices may have pushed the phones out of sight. */
export function showPhones(root: HTMLElement, behavior: ScrollBehavior): void {
  const { top = 0, bottom = 0 } = root.querySelector('.handset')?.getBoundingClientRect() ?? {};
  const player = root.querySelector('.player')?.clientHeight ?? 0;
  if (top >= 0 && bottom <= innerHeight - player) return;
  root.querySelector('.device')?.scrollIntoView({ block: 'start', behavior });
}

function placeOf(root: HTMLElement, side: SideName): HTMLElement {
  const place = root.querySelector<HTMLElement>(`[data-side="${side}"] .screen-inside`);
  if (!place) throw new Error(`the page has no phone for ${side}`);
  return place;
}
