import type { RuleSetName } from '../../../collector/rules/types.ts';
import type { Scenario } from '../../compare/scenarios.ts';
import { type SideName, sideNames } from '../../compare/stage.ts';
import type { ProfileView } from '../../server/services.ts';
import { fetchProfiles } from '../live/fetchView.ts';
import { Finger } from './Finger.ts';
import { Phone, Stuck } from './Phone.ts';
import { perform } from './perform.ts';
import { addressIn, newStores, setRules } from './stores.ts';
import { sharedLook, wait } from './until.ts';
import { type Pace, Visitor } from './Visitor.ts';

/** What a run needs, and whom it tells. */
export interface Run {
  readonly scenario: Scenario;
  readonly rules: RuleSetName;
  readonly pace: Pace;
  readonly forum: string | undefined;
  /** Where the phones' pages go. */
  readonly places: Readonly<Record<SideName, HTMLElement>>;
  onStores(stores: Readonly<Record<SideName, string>>): void;
  /** A step begins; counted from 1. */
  onStep(step: number): void;
  onAsked(side: SideName, words: string): void;
  onProfiles(side: SideName, profiles: readonly ProfileView[]): void;
}

/** Milliseconds. */
const everyLook = 600;
const atRest = 350;
const longestUnrest = 4_000;

const titles: Readonly<Record<SideName, string>> = {
  plain: 'The phone with a plain popup',
  hello: 'The phone with Hello Again',
};

/**
 * Plays a journey in both phones at once, step by step: the next step begins when both have done the last one. Everything
 * that is told of it is read from the platform.
 *
 * @throws {Stuck} when something that the journey needs does not come
 */
export async function play(run: Run): Promise<void> {
  const { scenario, pace, places } = run;
  const { signal } = pace;
  const stores = newStores();
  await Promise.all(sideNames.map((side) => setRules(stores[side], run.rules, signal)));
  run.onStores(stores);
  const look = lookAt(stores, run);
  await look();

  const visitors = sideNames.map((side) => {
    places[side].replaceChildren();
    const phone = new Phone(places[side], titles[side], signal);
    return { side, visitor: new Visitor(phone, new Finger(places[side]), pace) };
  });
  const looking = lookNowAndThen(look, signal);
  try {
    for (const [at, step] of scenario.steps.entries()) {
      run.onStep(at + 1);
      const shared = sharedLook(6_000, 500, () => performance.now());
      await Promise.all(
        visitors.map(({ side, visitor }) =>
          perform(step, visitor, {
            scenario,
            forum: run.forum,
            shared,
            address: (path) => addressIn(side, stores[side], path),
            onAsked: (words) => run.onAsked(side, words),
          }),
        ),
      );
      await look();
    }
    await comeToRest(look, signal);
  } finally {
    looking();
    for (const { visitor } of visitors) visitor.finger.remove();
  }
}

/** Looks at the profiles of both stores; an answer that a later one has overtaken is dropped. */
function lookAt(stores: Readonly<Record<SideName, string>>, { pace: { signal }, onProfiles }: Run) {
  const told: Record<SideName, number> = { plain: 0, hello: 0 };
  let looks = 0;
  return (): Promise<readonly string[]> => {
    looks += 1;
    const mine = looks;
    const lookAtSide = async (side: SideName) => {
      const profiles = await fetchProfiles(stores[side]);
      if (profiles && mine > told[side] && !signal.aborted) {
        told[side] = mine;
        onProfiles(side, profiles);
      }
      return JSON.stringify(profiles);
    };
    return Promise.all(sideNames.map(lookAtSide));
  };
}

/** Looks while a step goes on, so that a profile appears when it comes to be. Answers the undo. */
function lookNowAndThen(look: () => Promise<unknown>, signal: AbortSignal): () => void {
  const timer = setInterval(() => void look(), everyLook);
  const stop = () => clearInterval(timer);
  signal.addEventListener('abort', stop, { once: true });
  return stop;
}

/** What a page sends as it is left arrives in its own time: looks until two looks are the same. */
async function comeToRest(look: () => Promise<readonly string[]>, signal: AbortSignal): Promise<void> {
  const end = performance.now() + longestUnrest;
  let before = await look();
  while (performance.now() < end) {
    await wait(atRest, signal);
    const now = await look();
    if (now.join() === before.join()) return;
    before = now;
  }
  throw new Stuck('the platform does not come to rest');
}
