import { remembersAnswered } from '../core/memory/changes.ts';
import { remember } from '../memory/remember.ts';
import { onWindow } from '../platform/onWindow.ts';
import { otherForms } from '../providers/otherForms.ts';
import type { SignupContext } from '../signup/session.ts';

/** From now on, a visitor who sends another form of the page has answered ours as well. */
export function hearAnswers(context: SignupContext): void {
  if (context.isDestroyed || context.hearsAnswers) return;
  context.amend({ hearsAnswers: true });
  for (const { event: name, isSent } of otherForms) {
    const heard = (event: Event) => {
      try {
        if (isSent(event as CustomEvent, context.runtime.platform.page().origin)) answered(context);
      } catch {
        // Somebody else's event of the same name.
      }
    };
    context.undos.push(onWindow(name, heard));
  }
}

function answered(context: SignupContext): void {
  const { runtime } = context;
  const at = Math.floor(runtime.platform.now() / 1000);
  remember(runtime, (memory) => remembersAnswered(memory, at));
  // Last, so that one which was about to open is closed as well.
  void Promise.resolve().then(() => {
    if (context.popup?.isUntouched()) context.popup.close('answered');
  });
}
