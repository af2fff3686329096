import type { SignupContext } from './context.ts';
import type { Undo } from './core/ports.ts';
import type { ConditionFacts } from './core/trigger/conditions.ts';
import { isSearchEngine } from './core/trigger/isSearchEngine.ts';
import { isOn, type Moments, readMoments } from './core/trigger/moments.ts';
import { fetchFile } from './fetchFile.ts';
import { isSmallScreen, isTouch } from './platform/device.ts';
import { isFirstAddress } from './platform/isFirstAddress.ts';
import { onExit } from './platform/onExit.ts';
import { onPress } from './platform/onPress.ts';
import { onScrolled } from './platform/onScrolled.ts';

type Open = (isByVisitor: boolean) => void;

const known = new WeakSet<SignupContext>();

/**
 * Waits for the moment when the popup is to open, until the ask is decided anew. A press on the owner's element and the
 * tab at the edge open it whatever the quiet periods say: the visitor asks for it.
 *
 * @param decidedAt when the ask was decided, in milliseconds since 1970: the delay is counted from then
 */
export function plan(context: SignupContext, decidedAt: number, open: Open): void {
  const { settings, events } = context;
  context.unplan?.();
  if (context.isDestroyed) return;
  const undos: Undo[] = [];
  let isOver = false;
  context.unplan = () => {
    isOver = true;
    for (const undo of undos.splice(0)) undo();
  };
  if (!known.has(context)) context.undos.push(() => context.unplan?.());
  known.add(context);
  undos.push(events.on('decide', context.unplan));

  const moments = momentsOf(context);
  const { click } = moments;
  // A pause and a broken installation keep it closed even then, and the element does what it would do without us.
  const pressed = () => {
    const isBarred = /paused|misconfigured/.test(context.decide(true).reason);
    if (!isBarred) open(true);
    return !isBarred;
  };
  if (click) undos.push(onPress(click, pressed));
  if (isOn(settings.teaser)) {
    void import('./teaser.ts')
      .then(({ teaser }) => {
        if (!isOver) undos.push(teaser(context));
      })
      .catch(() => {});
  }
  void waitFor(context, moments, decidedAt, open, (undo) => {
    if (isOver) undo();
    else undos.push(undo);
    return !isOver;
  });
}

/** `keep` takes an undo, and answers whether the plan still stands. */
async function waitFor(
  context: SignupContext,
  { delay, scroll, exit }: Moments,
  decidedAt: number,
  open: Open,
  keep: (undo: Undo) => boolean,
): Promise<void> {
  const { runtime, settings } = context;
  const { schedule, now } = runtime.platform;
  const isInline = settings.layout === 'inline';
  const isAsked = context.decide(isInline).ask !== 'nothing';
  if (!isAsked || context.hasOpened || (settings.trigger.manual && !isInline)) return;
  // QA does not wait, and a part of the page stands where the owner put it.
  if (context.qa === 'force' || isInline) return void keep(schedule.after(0, () => open(false)));
  if (!(await conditionsHold(context))) return;

  const undos: Undo[] = [];
  let isDone = false;
  const stop = () => {
    isDone = true;
    for (const undo of undos.splice(0)) undo();
  };
  const fire = () => {
    if (isDone) return;
    stop();
    void openUnlessHeldOut(context, open);
  };
  if (!keep(stop)) return;
  if (delay !== undefined) undos.push(schedule.after(Math.max(0, decidedAt + delay - now()), fire));
  if (exit) undos.push(onExit(isTouch(), fire));
  // Last: it may be that far already.
  if (scroll !== undefined) undos.push(onScrolled(scroll, fire));
  if (isDone) stop();
}

/** Who is held out sees no popup by itself; that they would have is told, so that both can be compared. */
async function openUnlessHeldOut(context: SignupContext, open: Open): Promise<void> {
  if (!context.settings.variants) return open(false);
  const chosen = await import('./someOptions.ts').then((m) => m.chooseVariant(context)).catch(() => undefined);
  if (!chosen?.overrides.isHoldout) return open(false);
  if (context.isDestroyed || context.hasOpened) return;
  const { ask, reason } = context.decide();
  if (ask === 'nothing') return;
  context.hasOpened = true;
  context.events.emit('holdout', { ask, reason, variant: chosen.name });
}

/** What the trigger waits for. */
export function momentsOf({ settings, options }: SignupContext): Moments {
  const given = Object(Object(options).trigger) as { readonly delay?: unknown };
  return readMoments(settings.trigger, given.delay !== undefined);
}

/** What the conditions of a trigger are weighed by, as it stands. */
export function conditionFacts({ runtime, visit }: SignupContext): ConditionFacts {
  return {
    visit,
    isTouch,
    isSearchLanding: () =>
      isSearchEngine(hostOf(runtime.platform.page().referrer)) && isSmallScreen() && isFirstAddress(),
  };
}

/** Whether everything holds that the owner named besides the moment; where nothing is named, that it is no search landing. */
async function conditionsHold(context: SignupContext): Promise<boolean> {
  const { trigger } = context.settings;
  if (!trigger.pages && !trigger.when) return !conditionFacts(context).isSearchLanding();
  // An owner who limits when it opens wants it closed where that cannot be known.
  const found = await fetchFile(context, 'visit', () => import('./visit.ts')).catch(() => undefined);
  await found?.noteVisit(context);
  return found?.weighConditions(trigger, conditionFacts(context)).every(({ holds }) => holds) ?? false;
}

function hostOf(address: string): string {
  try {
    return new URL(address).hostname;
  } catch {
    return '';
  }
}
