import { remembersPause } from '../core/memory/acknowledged.ts';
import type { Answer } from '../core/submission/answer.ts';
import type { Submission } from '../core/submission/submission.gen.ts';
import { keyOf, refuse, remember } from '../memory/remember.ts';
import type { Runtime } from '../signup/page.ts';
import { identifiersOf } from './identifiersOf.ts';

/** Remembers what a collector did not take. */
export async function acknowledgeRefusal(runtime: Runtime, submission: Submission, answer: Answer): Promise<void> {
  const at = Math.floor(runtime.platform.now() / 1000);
  if (answer.kind === 'pause') remember(runtime, (m) => remembersPause(m, at + answer.seconds));
  // What the collector could not link by is not tried again on this browser.
  if (answer.kind === 'ask-again') {
    const identifiers = identifiersOf(submission, at);
    runtime.amend({ askedAgain: { id: submission.id, keys: identifiers.map((i) => keyOf(runtime, i)) } });
    await refuse(runtime, identifiers);
  }
}
