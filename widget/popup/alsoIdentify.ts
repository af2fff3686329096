import { pageGlobals } from '../platform/pageGlobals.ts';
import { type ScriptGlobals, type ToldScript, toldScripts } from '../providers/toldScripts.ts';
import type { SignupContext } from '../signup/session.ts';

/**
 * Tells the scripts that the owner named the email that the visitor has typed into the popup, once the collector has taken
 * it: whatever the outcome, since who typed it is the same. A late answer counts on the page where it was typed.
 */
export function alsoIdentify(context: SignupContext): void {
  if (context.isDestroyed || context.tellsScripts) return;
  context.amend({ tellsScripts: true });
  context.undos.push(
    context.events.on('sent', ({ id }) => {
      const { last, runtime, settings, qa } = context;
      // These scripts store what they are told, and what QA types is nobody's.
      if (last?.submission.id !== id || runtime.storageConsent !== 'open' || settings.test || qa === 'dry') return;
      const { ask, contact } = last.submission;
      // The form had a field for it. The email of a checkout is the host's own to pass on.
      if (contact.email && /email/.test(ask.kind)) tell(settings.alsoIdentify, contact.email);
    }),
  );
}

/** The option is as it was given: the script tag's is a text, a JSON block's may be anything. */
function tell(option: unknown, email: string): void {
  const named = typeof option === 'string' ? option.split(',').map((name) => name.trim()) : option;
  if (!Array.isArray(named)) return;
  for (const one of new Set<unknown>(named)) {
    try {
      if (typeof one === 'function') one({ email });
      else if (Object.hasOwn(toldScripts, String(one))) {
        toldScripts[one as ToldScript](pageGlobals() as ScriptGlobals, email);
      }
    } catch (error) {
      // An error of the page like any other: the sign-up has arrived, and the next one is told all the same.
      reportError(error);
    }
  }
}
