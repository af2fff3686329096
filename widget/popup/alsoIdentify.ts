import type { SignupOptions } from '../config/options.ts';
import type { RawOptions } from '../config/settings.ts';
import { toldId } from '../core/submission/toldId.ts';
import { pageGlobals } from '../platform/pageGlobals.ts';
import { type ScriptGlobals, toldScripts } from '../providers/toldScripts.ts';
import type { SignupContext } from '../signup/session.ts';

type Told = NonNullable<SignupOptions['alsoIdentify']>[number];

/**
 * Passes the email that the visitor has typed into the popup to the scripts that the owner named, once the collector
 * has accepted it: whatever the outcome, since who typed it is the same. A late answer counts on the page where it was
 * typed.
 */
export function alsoIdentify(context: SignupContext): void {
  if (context.isDestroyed || context.tellsScripts) return;
  context.amend({ tellsScripts: true });
  context.undos.push(
    context.events.on('sent', ({ id }) => {
      const { last, runtime, settings, qa } = context;
      // These scripts store what they are told, and what QA types is nobody's.
      if (
        !last ||
        toldId(last.submission.id) !== id ||
        runtime.storageConsent !== 'open' ||
        settings.test ||
        qa === 'dry'
      )
        return;
      const { ask, contact } = last.submission;
      // The form had a field for it. The email of a checkout is the host's own to pass on.
      if (contact.email && (ask.kind === 'email' || ask.kind === 'email+phone')) {
        for (const one of readTold(settings)) tell(one, contact.email);
      }
    }),
  );
}

function tell(told: Told, email: string): void {
  try {
    if (typeof told === 'function') told({ email });
    else toldScripts[told](pageGlobals() as ScriptGlobals, email);
  } catch (error) {
    // An error of the page like any other: the sign-up has arrived, and the next script gets the email nevertheless.
    if (typeof reportError === 'function') reportError(error);
  }
}

/** Reads the option: the script tag's is a text, a JSON block's may be anything. Each script is listed once. */
function readTold({ alsoIdentify: given }: RawOptions): Told[] {
  const named = typeof given === 'string' ? given.split(',').map((name) => name.trim()) : given;
  return Array.isArray(named) ? [...new Set<unknown>(named)].filter(isTold) : [];
}

function isTold(one: unknown): one is Told {
  return typeof one === 'function' || Object.hasOwn(toldScripts, String(one));
}
