import { type Counted, type CountsBody, countedOf, type Heard } from '../core/counts.ts';
import { toJson } from '../core/toJson.ts';
import { beacon } from '../platform/beacon.ts';
import { isHidden, onLeave, onVisibility } from '../platform/onLeave.ts';
import { onWindow } from '../platform/onWindow.ts';
import type { SignupContext } from '../signup/session.ts';

/**
 * Counts what happens on this page view, and posts it when the page is left; what happens after the visitor has come back is
 * posted by itself when it is left again. Each thing is counted once. Nothing is stored for it and nobody is named.
 *
 * @param heard what has happened so far; what happens later is added to it
 */
export function countPage(context: SignupContext, heard: Heard[]): void {
  const { settings, undos } = context;
  const { url, deliver } = settings.collector;
  if (!url || deliver) return;
  const { ask, reason } = context.decide(true);
  const posted = new Set<Counted>();
  let isTyped = false;

  const post = () => {
    const all: Counted[] = [
      'asked',
      ...(isTyped ? (['typed'] as const) : []),
      ...heard.flatMap((h) => countedOf(h) ?? []),
    ];
    const counts = [...new Set(all)].filter((name) => !posted.has(name));
    if (counts.length === 0) return;
    for (const name of counts) posted.add(name);
    const variant = context.variant ? { variant: context.variant } : {};
    const body: CountsBody = { store: settings.store, ask, reason, ...variant, counts };
    beacon(url.replace(/\/[^/?#]*([?#].*)?$/, '/counts'), toJson(body));
  };

  undos.push(
    // Of what happens in the popup's tree the window hears that it happened, and not in which field.
    onWindow('input', ({ target }) => {
      isTyped ||= (target as Partial<Element> | null)?.localName === 'hello-again' && !!context.popup;
    }),
    onVisibility(() => isHidden() && post()),
    onLeave(post),
  );
}
