import type { Undo } from '../core/ports.ts';
import type { Moments } from '../core/trigger/moments.ts';
import { fetchFile } from '../files/fetchFile.ts';
import { inIdleTime } from '../platform/inIdleTime.ts';
import { onceLoaded } from '../platform/onceLoaded.ts';
import type { SignupContext } from '../signup/session.ts';
import { fetchSomeOptions } from './fetchSomeOptions.ts';
import { isBarred } from './isBarred.ts';
import { isSearchLanding } from './isSearchLanding.ts';
import { readPopupOptions } from './readPopupOptions.ts';

type Open = (isByVisitor: boolean) => void;

/** Accepts an undo function, and returns whether the plan is still valid. */
type Keep = (undo: Undo) => boolean;

/**
 * Waits for the moment when the popup is to open, until the ask is decided again. A click on the owner's element and
 * the teaser open it even in a quiet period, because the visitor asks for it.
 *
 * @param decidedAt when the ask was decided, in milliseconds since 1970: the delay is counted from then
 */
export function plan(context: SignupContext, decidedAt: number, open: Open): void {
  const { events, undos: all } = context;
  context.unplan?.();
  if (context.isDestroyed) return;
  const undos: Undo[] = [];
  let isOver = false;
  const unplan = () => {
    isOver = true;
    for (const undo of undos.splice(0)) undo();
  };
  // One for all plans of the signup: there is one at a time.
  if (!context.unplan) all.push(() => context.unplan?.());
  context.amend({ unplan });
  const keep: Keep = (undo) => {
    if (isOver) undo();
    else undos.push(undo);
    return !isOver;
  };
  keep(events.on('decide', unplan));
  if (readPopupOptions(context.settings).hasTeaser) {
    void fetchFile(context, 'teaser', () => import('./teaser.ts'))
      .then(({ teaser }) => !isOver && keep(teaser(context)))
      .catch(() => {});
  }
  // An owner who says more than a delay wants it closed where that cannot be followed: explain() names the file.
  void waitFor(context, decidedAt, open, keep).catch(() => {});
}

async function waitFor(context: SignupContext, decidedAt: number, open: Open, keep: Keep): Promise<void> {
  const { runtime, settings } = context;
  const { schedule, now } = runtime.platform;
  const { delay, manual } = settings.trigger;
  // More than its delay and `manual`.
  const hasMore = Object.keys(settings.trigger).length > 2;
  const more = hasMore && (await fetchFile(context, 'triggers', () => import('./triggers.ts')));
  const moments: Moments = more ? more.momentsOf(context) : manual ? {} : { delay };
  // Where it stays closed even then, the element does what it would do without us.
  const opens = () => !isBarred(context.decide(true).reason);
  if (more && moments.click && !keep(more.onPress(moments.click, opens, () => open(true)))) return;

  const { isInline } = readPopupOptions(settings);
  const isAsked = context.decide(isInline).ask !== 'nothing';
  if (!isAsked || context.hasOpened || (manual && !isInline)) return;
  // QA does not wait, and an inline form is shown where the owner put it.
  if (context.qa === 'force') return void keep(schedule.after(0, () => open(false)));
  // Later than a framework takes the page over: an element that it does not know would be an error to it.
  if (isInline) {
    let isOver = false;
    keep(() => {
      isOver = true;
    });
    return void keep(onceLoaded(() => inIdleTime([() => isOver || open(false)])));
  }
  const isOnSearchLanding = () => isSearchLanding(context);
  if (more ? !(await more.conditionsHold(context, isOnSearchLanding)) : isOnSearchLanding()) return;

  const undos: Undo[] = [];
  let isDone = false;
  const stop = () => {
    isDone = true;
    for (const undo of undos.splice(0)) undo();
  };
  const fire = () => {
    if (isDone) return;
    stop();
    if (!settings.variants) return open(false);
    // Without the popup's code nobody is counted as held out.
    void fetchSomeOptions(context)
      .then((m) => m.openUnlessHeldOut(context, open))
      .catch(() => open(false));
  };
  if (!keep(stop)) return;
  if (moments.delay !== undefined) undos.push(schedule.after(Math.max(0, decidedAt + moments.delay - now()), fire));
  if (more) undos.push(more.onMoment(moments, fire));
  if (isDone) stop();
}
