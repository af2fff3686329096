import { readLooks, withLooks } from '../core/looks/looks.ts';
import { fetchText } from '../platform/fetchText.ts';
import type { SignupContext } from '../signup/session.ts';

/** A popup that waited longer for its looks would come late for everybody. Milliseconds. */
const patience = 2_000;

/**
 * Takes the looks that the owner hosts, once they are there. Who is asked was decided by the tag before; where the file is absent,
 * slow or broken the popup comes as the tag says, and `explain()` names it among what is missing.
 */
export async function hostedLooks(context: SignupContext, url: string): Promise<void> {
  const looks = await fetchText(url, patience).then(readLooks, () => undefined);
  if (looks) context.amend({ settings: withLooks(context.settings, context.options, looks) });
  else context.missing.add('config');
}
