import type { AskDecision } from '../../widget/core/ask/decide.ts';
import { readLookup } from '../../widget/core/identity/lookup.ts';
import type { Identity } from '../../widget/core/identity/resolve.ts';
import { typedEvidence } from '../../widget/core/identity/typed.ts';
import { remembersDismissal, remembersShown } from '../../widget/core/memory/changes.ts';
import { Browser } from './browser.ts';
import type { Visit } from './days.ts';
import { frequency } from './plain.ts';
import { readToken } from './platformRun.ts';
import { day, numberAt } from './population.ts';
import { draw } from './random.ts';
import { send } from './sendByWidget.ts';
import { readByWidget, typesEmail, typesNumber } from './typing.ts';
import type { World } from './world.ts';

type Decided = AskDecision & { readonly identity: Identity };
type Asked = { readonly email: boolean; readonly phone: boolean };

/** A visit with the widget on the page: the real core decides, the person answers or does not. */
export function helloAgainVisit(world: World, visit: Visit, url: string): void {
  const browser = new Browser(world, visit, url);
  let decision: Decided = browser.decide();
  if (decision.ask === 'nothing') return;
  if (decision.identity.evidence.length > 0 && draw(visit.seed, 'lookup') < world.rates.lookupAnswers) {
    const { evidence } = decision.identity;
    const text = world.platform.lookUp(
      evidence.filter((e) => e.field === 'profile').map((e) => e.value),
      evidence.map((e) => e.key),
    );
    browser.lookup = readLookup(text, decision.identity);
    decision = browser.decide();
    if (decision.ask === 'nothing') return;
  }
  const answers = world.opens(visit, asksFor(decision));
  browser.remember((m) => remembersShown(m, world.now, frequency.quietDays * day));
  if (!answers || !fillsIn(world, visit, browser, decision)) {
    if (draw(visit.seed, 'closes') < world.rates.closes) browser.remember((m) => remembersDismissal(m, world.now));
  }
}

function asksFor({ ask }: Pick<AskDecision, 'ask'>): Asked {
  return { email: ask === 'email' || ask === 'email+phone', phone: ask !== 'email' };
}

/** Whether a sign-up came of it. */
function fillsIn(world: World, visit: Visit, browser: Browser, opened: Decided): boolean {
  const goesOn = (question: string) => draw(visit.seed, question) < world.rates.goesOn;
  let decision = opened;
  if (namesAnother(world, visit, opened) && draw(visit.seed, 'notices') < world.rates.noticesNotYou) {
    browser.refuse(opened.identity.evidence, true);
    decision = browser.decide();
    // Hardly anybody has a third person's identifier left: the table may even say nothing.
    if (decision.ask === 'nothing' || !goesOn('after not you')) return false;
  }
  const answer = attempt(world, visit, browser, decision);
  if (answer !== 'ask-email') return answer;
  if (!goesOn('after 409')) {
    world.tally.refused += 1;
    return false;
  }
  const now = browser.decide();
  const again = { ...now, ask: 'email+phone', reason: now.ask === 'email+phone' ? now.reason : 'unlinkable' } as const;
  return attempt(world, visit, browser, again) === true;
}

/** Fills in the form and sends it. `ask-email`: the collector's 409. */
function attempt(world: World, visit: Visit, browser: Browser, decision: Decided): boolean | 'ask-email' {
  const { rates } = world;
  const { person, seed } = visit;
  const asked = asksFor(decision);
  const email = asked.email ? world.notes(typesEmail(person, seed, rates), person) : undefined;
  const isUnticked = draw(seed, 'leaves unticked') < rates.leavesUnticked && draw(seed, 'told') >= rates.ticksWhenTold;
  const withoutTexts = asked.phone && isUnticked;
  // "Sign up without texts" is there where an email is.
  if (withoutTexts && email === undefined) return false;
  const typed = () => readByWidget(typesNumber(person, world.now, seed, rates)) ?? numberAt(person, world.now);
  const phone = asked.phone && !withoutTexts ? typed() : undefined;
  const at = new Date(world.now * 1000).toISOString();
  const identity = browser.identity(typedEvidence(email, decision, decision.identity, at));
  const consents = [
    ...(phone === undefined ? [] : [world.consent('sms', phone, true)]),
    ...(email === undefined ? [] : [world.consent('email', email, true)]),
  ];
  const wasMailed = world.platform.mailed(person) !== undefined;
  const receipt = send(world, browser, { identity, email, phone, consents });
  if (!receipt) return 'ask-email';
  world.signsUp(asked.email && asked.phone ? 2 : 1, wasMailed, receipt.outcome === 'pending');
  return true;
}

/** The popup says whose account the number will be added to; is that somebody else's? */
function namesAnother(world: World, visit: Visit, { identity }: Decided): boolean {
  const token = identity.evidence.find((e) => e.field === 'profile');
  const profile = token && world.platform.store.byId(readToken(token.value).sub);
  if (!profile) return false;
  const owner = profile.email === null ? world.platform.madeBy.get(profile.id) : world.ownerOfEmail.get(profile.email);
  return owner !== visit.person.index;
}
