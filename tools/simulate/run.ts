import { emailConsent, type Profile } from '../../demo/collector/rules/profile.ts';
import { ruleSets } from '../../demo/collector/rules/rules.ts';
import { type RuleSetName, ruleSetNames } from '../../demo/collector/rules/types.ts';
import { type Rates, ratesWith } from './assumptions.ts';
import { type Event, makeDays, type Visit } from './days.ts';
import { type Figures, measure } from './measure.ts';
import { token } from './platformRun.ts';
import { makePopulation } from './population.ts';
import { noPopup, type Strategy, strategies } from './strategies.ts';
import { platformCookie, World } from './world.ts';

export interface Row {
  readonly rules: RuleSetName;
  readonly strategy: string;
  readonly figures: Figures;
  /** Duplicates of a store without a popup, in the same days. */
  readonly duplicatesAnyway: number;
}

export interface Setup {
  readonly people: number;
  readonly seed: number;
  readonly rates?: Rates;
}

/** Everybody and everything that happens to them: the same for all strategies and rule sets. */
export function makeScene({ people, seed, rates = ratesWith() }: Setup) {
  const population = makePopulation(people, seed, rates);
  return { population, events: makeDays(population, seed, rates), rates };
}

/** Every strategy under every rule set. */
export function simulate(
  setup: Setup,
  chosen: readonly Strategy[] = strategies,
  rules: readonly RuleSetName[] = ruleSetNames,
): Row[] {
  const { population, events, rates } = makeScene(setup);
  return rules.flatMap((name) => {
    const figuresOf = (strategy: Strategy) =>
      measure(play(new World(population, rates, ruleSets[name]), strategy, events));
    const { duplicates: duplicatesAnyway } = figuresOf(noPopup);
    return chosen.map((strategy) => {
      return { rules: name, strategy: strategy.name, figures: figuresOf(strategy), duplicatesAnyway };
    });
  });
}

/** Lets all days pass. */
export function play(world: World, strategy: Strategy, events: readonly Event[]): World {
  for (const event of events) {
    world.platform.now = event.at;
    if (event.kind === 'keyword') world.platform.keyword(event.person);
    else if (event.kind === 'order') strategy.order(world, event);
    else visit(world, strategy, event);
  }
  return world;
}

const home = 'https://shop.example/';

function visit(world: World, strategy: Strategy, event: Visit): void {
  if (event.via === 'own') {
    strategy.visit(world, event, home);
    return;
  }
  const profile = event.via === 'text' ? world.platform.texted(event.sentTo) : world.platform.mailed(event.sentTo);
  // Nobody clicks what was never sent.
  if (!profile) return;
  // The platform's script believes every link, wherever it was found.
  if (event.keepsParameters) world.recognises(event, profile.id);
  strategy.visit(world, event, event.keepsParameters ? home + parametersOf(world, event, profile) : home);
}

function parametersOf(world: World, event: Visit, profile: Profile): string {
  const isText = event.via === 'text';
  const isMailed = emailConsent(world.platform.store.ledgerOf(profile), profile.email) === 'subscribed';
  return `?${new URLSearchParams({
    ha_id: token(profile.id, 'read', String(event.link)),
    [platformCookie]: token(profile.id, 'add', platformCookie),
    utm_medium: isText ? 'sms' : 'email',
    ...(isText ? { ha_has: isMailed ? 'email.sms' : 'sms' } : {}),
  })}`;
}
