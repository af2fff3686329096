import type { Undo } from '../core/ports.ts';
import { fetchFile } from '../files/fetchFile.ts';
import { remember } from '../memory/remember.ts';
import { findElement } from '../platform/findElement.ts';
import { watchDialogs } from '../platform/onceNoDialog.ts';
import { isDialogInSight } from '../platform/otherDialog.ts';
import type { SignupContext } from '../signup/session.ts';
import { fillText } from '../ui/fill.tsx';
import { mountTeaser } from '../ui/mountTeaser.ts';
import { failed } from './failed.ts';
import { show } from './show.ts';
import { stringsOf } from './stringsOf.ts';

/**
 * After the visitor has closed the popup, and while that keeps it closed, a small tab at the edge opens it again. It
 * covers no dialog or banner, and is hidden while the popup is open. Returns the undo function.
 */
export function teaser(context: SignupContext): Undo {
  const { settings, runtime, events } = context;
  const { now, schedule } = runtime.platform;
  const undos: Undo[] = [];
  let isOver = false;
  let isMounting = false;
  let wasPressed = false;
  const remove = () => {
    for (const undo of undos.splice(0)) undo();
  };

  const mount = async () => {
    if (isMounting || undos.length > 0 || !isWanted(context)) return;
    isMounting = true;
    try {
      const [{ strings }, applyTheme] = await Promise.all([
        stringsOf(context),
        settings.theme
          ? fetchFile(context, 'theme', () => import('./theme.ts').then((m) => m.themeOf(settings))).catch(
              () => undefined,
            )
          : undefined,
      ]);
      if (isOver || context.popup || findElement('hello-again-teaser')) return;
      const { ask, reason } = context.decide(true);
      const tell = (action: 'shown' | 'pressed' | 'closed') => events.emit('teaser', { action, ask, reason });
      let isTold = false;
      const view = mountTeaser(settings.nonce, {
        text: fillText(strings.teaser, { brand: settings.brand }),
        closeText: strings.teaserClose,
        locale: strings.locale,
        direction: strings.direction,
        press() {
          tell('pressed');
          wasPressed = true;
          void show(context, true).catch((error) => failed(context, error));
        },
        close() {
          tell('closed');
          remove();
          const teaserClosedAt = Math.floor(now() / 1000);
          remember(runtime, (memory) => ({ ...memory, seen: { ...memory.seen, teaserClosedAt } }));
        },
      });
      const applied = applyTheme?.(view.element);
      view.setSide(applied?.position === 'start' ? 'start' : 'end');
      const makeRoom = (isInSight: boolean) => {
        view.setHidden(isInSight);
        if (!isInSight) view.keepInPlace();
        if (!isInSight && !isTold) tell('shown');
        isTold ||= !isInSight;
      };
      undos.push(view.remove, () => applied?.undo(), watchDialogs(schedule.after, makeRoom));
      makeRoom(isDialogInSight());
      // Where the popup that it opened would hand the focus back to, if it had stayed.
      if (wasPressed) view.focusUnlessElsewhere();
      wasPressed = false;
    } catch {
      // Without it the popup stays closed, as it is without the option.
    } finally {
      isMounting = false;
    }
  };

  const undoOpen = events.on('open', remove);
  const undoClose = events.on('close', () => void mount());
  void mount();
  return () => {
    isOver = true;
    undoOpen();
    undoClose();
    remove();
  };
}

/** Whether a dismissal keeps the popup closed, there is something to ask, and the tab itself was not closed since. */
function isWanted(context: SignupContext): boolean {
  const { seen } = context.runtime.memory();
  const now = context.runtime.platform.now() / 1000;
  const { dismissedAt = Number.POSITIVE_INFINITY, teaserClosedAt = 0 } = seen;
  if (context.popup || dismissedAt > now || teaserClosedAt >= dismissedAt) return false;
  const isQuiet = context.quiet().dismissed > now;
  return isQuiet && context.decide().reason !== 'not-targeted' && context.decide(true).ask !== 'nothing';
}
