import { type SideName, type SideState, type StageState, sideNames } from '../../compare/stage.ts';
import { fetchProfiles } from '../live/fetchView.ts';
import { perform } from './perform.ts';
import { type Seen, withLook } from './seen.ts';
import { addressIn, newStores, setRules } from './stores.ts';
import { sharedLook, wait } from './until.ts';
import { Stuck, Visitor } from './Visitor.ts';

/** Reads and changes what the page shows of a run. */
export interface Telling {
  state(): StageState;
  set(change: Partial<StageState>): void;
  setSide(name: SideName, change: Partial<SideState>): void;
}

/** Milliseconds. */
const atRest = 350;
const longestUnrest = 4_000;

const titles: Readonly<Record<SideName, string>> = {
  plain: 'The phone with a plain popup',
  hello: 'The phone with Hello Again',
};

/**
 * Plays a journey in both phones at once: the next step begins when both have finished the last one. All results are read
 * from the platform.
 *
 * @throws {Stuck} when something that the journey needs does not appear
 */
export async function play(root: HTMLElement, { state, set, setSide }: Telling, signal: AbortSignal): Promise<void> {
  const { scenario, rules } = state();
  const stores = newStores();
  await Promise.all(sideNames.map((side) => setRules(stores[side], rules, signal)));
  for (const side of sideNames) setSide(side, { store: stores[side] });

  const seen: { [name in SideName]?: Seen } = {};
  const lookAt = async (side: SideName) => {
    const now = await fetchProfiles(stores[side]);
    if (now && !signal.aborted) {
      seen[side] = withLook(seen[side], now, scenario.who);
      const { profiles, changes, verdict } = seen[side];
      setSide(side, { profiles, changes, verdict });
    }
    return JSON.stringify(now);
  };
  const look = () => Promise.all(sideNames.map(lookAt));
  await look();

  const visitors = sideNames.map((side) => new Visitor(placeOf(root, side), titles[side], signal));
  for (const step of scenario.steps) {
    set({ says: step.says });
    const shared = sharedLook(6_000, 500, () => performance.now());
    const doing = sideNames.map((side, at) =>
      perform(step, visitors[at] as Visitor, {
        scenario,
        forum: root.dataset.forum,
        shared,
        address: (path) => addressIn(side, stores[side], path),
        onAsked: (asked) => setSide(side, { asked }),
      }),
    );
    await Promise.all(doing);
    await look();
  }
  await comeToRest(look, signal);
}

/** What a page sends on leaving arrives a little later, so this looks until two looks are equal. */
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

/** The element for the pages of a phone. */
export function placeOf(root: HTMLElement, side: SideName): HTMLElement {
  const place = root.querySelector<HTMLElement>(`[data-side="${side}"] .screen-inside`);
  if (!place) throw new Error(`the page has no phone for ${side}`);
  return place;
}
