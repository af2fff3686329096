import { type Frequency, quietUntil } from '../../widget/core/ask/history.ts';
import { remembersDismissal, remembersShown } from '../../widget/core/memory/changes.ts';
import { emptyMemory, type Memory } from '../../widget/core/memory/memory.ts';
import type { Visit } from './days.ts';
import { day, numberAt } from './population.ts';
import { draw } from './random.ts';
import { readByPlatform, typesEmail, typesNumber } from './typing.ts';
import { platformCookie, type World } from './world.ts';

/** As often as every popup of this comparison may open by itself: the widget's default. */
export const frequency: Frequency = { quietDays: 30, maxShows: 3, afterSignup: 7 };

/** What a plain popup keeps in the browser: that it was answered, closed or shown; nobody's name. */
interface Kept {
  readonly isAnswered: boolean;
  readonly memory: Memory;
}
const cookieName = 'plain';

/**
 * A popup that asks everybody the same, or the same two things. Like the widget it keeps quiet after it was closed, and like
 * most popups it stays away once it was answered in this browser. The platform's script tells the platform whose browser
 * it is, where its cookie is there. A number is taken for agreed to: the wording is small print, without a box.
 */
export function plainVisit(world: World, visit: Visit, asksEmail: (isRecognised: boolean) => boolean): void {
  const { platform, tally, rates } = world;
  const kept = read(world.cookie(visit.device, cookieName));
  const quiet = quietUntil(kept.memory, frequency, world.now);
  if (kept.isAnswered || quiet.dismissed > world.now || quiet.capped > world.now) return;

  const recognised = world.cookie(visit.device, platformCookie);
  const asked = { email: asksEmail(recognised !== undefined), phone: true };
  const answers = world.opens(visit, asked);
  const shown = remembersShown(kept.memory, world.now, frequency.quietDays * day);
  const keep = (what: Kept) => world.setCookie(visit, cookieName, JSON.stringify(what));
  if (!answers) {
    const isClosed = draw(visit.seed, 'closes') < rates.closes;
    keep({ isAnswered: false, memory: isClosed ? remembersDismissal(shown, world.now) : shown });
    return;
  }

  const email = asked.email ? world.notes(typesEmail(visit.person, visit.seed, rates), visit.person) : undefined;
  const text = typesNumber(visit.person, world.now, visit.seed, rates);
  // A number that cannot be read is refused, and typed again without a slip.
  const phone = readByPlatform(text) ?? numberAt(visit.person, world.now);
  const isAgreed = draw(visit.seed, 'leaves unticked') >= rates.leavesUnticked;
  const wasMailed = platform.mailed(visit.person) !== undefined;
  const receipt = platform.submit({
    by: visit.person,
    tokens: recognised === undefined ? [] : [recognised],
    certainty: email === undefined ? (recognised === undefined ? 'none' : 'claimed') : 'declared',
    email,
    phone,
    consents: [
      world.consent('sms', phone, isAgreed),
      ...(email === undefined ? [] : [world.consent('email', email, true)]),
    ],
  });
  keep({ isAnswered: true, memory: shown });
  if (!receipt) {
    tally.refused += 1;
    return;
  }
  world.signsUp(email === undefined ? 1 : 2, wasMailed, receipt.outcome === 'pending');
  world.recognises(visit, receipt.profileId);
}

function read(text: string | undefined): Kept {
  return text === undefined ? { isAnswered: false, memory: emptyMemory } : (JSON.parse(text) as Kept);
}
