import type { RawOptions } from '../config/settings.ts';
import { choiceOf } from '../core/mendChoice.ts';
import { toJson } from '../core/toJson.ts';
import { cameFrom, type KeptVisit, queriesIn, readVisit } from '../core/trigger/noteVisit.ts';
import { listOf, readConditions } from '../core/trigger/readConditions.ts';
import { remember } from '../memory/remember.ts';
import type { SignupContext } from '../signup/session.ts';
import { visitKey } from '../signup/storageKeys.ts';

/**
 * Notes how the visit began and which of its pages this is, for the trigger's conditions: in the tab's storage where the
 * page may store, else for this page alone. Before the banner is answered nothing is read.
 */
export async function noteVisit(context: SignupContext): Promise<void> {
  const { runtime, settings } = context;
  const { platform, storageConsent } = runtime;
  if (storageConsent === 'waiting') return;
  const isOpen = storageConsent === 'open';
  const page = platform.page();
  const here = runtime.visit;
  const former = (isOpen && readVisit(platform.session.get(visitKey))) || here?.visit;
  const wanted = readConditions(settings.trigger);
  const begun: KeptVisit = former ?? {
    pages: 0,
    from: cameFrom(page.referrer, page.origin),
    queries: {},
    isReturning: isOpen && platform.cookie(runtime.keys.memory) !== undefined,
  };
  const isNext = here?.path !== page.path;
  // The first page that was counted is the one that the visitor landed on.
  const isLanding = !former || (former.pages === 1 && !isNext);
  const queries =
    isLanding && !Object.hasOwn(begun.queries, settings.id)
      ? { ...begun.queries, [settings.id]: queriesIn(platform.address.captured, wanted.queries) }
      : begun.queries;
  const visit: KeptVisit = { ...begun, queries, pages: Math.max(1, begun.pages + (isNext ? 1 : 0)) };
  runtime.amend({ visit: { visit, path: page.path } });
  context.amend({ visit: { ...visit, queries: listOf(visit.queries[settings.id]) } });
  if (onceIn(context) === 'visit' && visit.opened?.includes(settings.id)) context.amend({ hasOpened: true });
  if (!isOpen) return;
  platform.session.set(visitKey, toJson(visit));
  if (former || !wanted.visitor) return;
  const visitedAt = Math.floor(platform.now() / 1000);
  remember(runtime, (memory) => ({ ...memory, seen: { ...memory.seen, visitedAt } }));
}

/** Notes that the popup has opened by itself, for `trigger.once`. */
export function noteOpened({ runtime, settings }: SignupContext): void {
  const { visit, path = '' } = runtime.visit ?? {};
  if (!visit) return;
  const noted: KeptVisit = { ...visit, opened: [...new Set([...(visit.opened ?? []), settings.id])] };
  runtime.amend({ visit: { visit: noted, path } });
  if (runtime.storageConsent === 'open') runtime.platform.session.set(visitKey, toJson(noted));
}

/** How often it may open by itself, where the owner says it. */
function onceIn({ settings }: SignupContext): 'page' | 'visit' | undefined {
  return choiceOf((settings as RawOptions).trigger.once, ['page', 'visit'] as const);
}
