import { type SideName, type SideState, type StageState, sideNames } from '../../compare/stage.ts';
import { fetchProfiles } from '../live/fetchView.ts';
import { perform } from './perform.ts';
import { withLook } from './seen.ts';
import { Visitor } from './Visitor.ts';

/** What a run is about, and what it tells the page. */
interface Run {
  readonly state: StageState;
  /** The forum's origin. */
  readonly forum: string | undefined;
  readonly signal: AbortSignal;
  /** The element for the pages of a phone. */
  placeOf(side: SideName): HTMLElement;
  onStep(says: string): void;
  onSide(name: SideName, change: Partial<SideState>): void;
}

/** Milliseconds between two looks, in which nothing may change any more. */
const atRest = 350;

const titles: Readonly<Record<SideName, string>> = {
  plain: 'The phone with a plain popup',
  hello: 'The phone with Hello Again',
};

/**
 * Plays a journey in both phones at once: the next step begins when both have finished the last one. All results are read
 * from the platform.
 */
export async function play(run: Run): Promise<void> {
  const bytes = [...crypto.getRandomValues(new Uint8Array(5))];
  const name = `cmp-${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  const phones = sideNames.map((side) => phoneOf(run, side, `${name}-${side === 'plain' ? 'a' : 'b'}`));
  const look = async () => (await Promise.all(phones.map((phone) => phone.look()))).join();
  await Promise.all(phones.map((phone) => phone.begin()));
  await look();
  for (const step of run.state.scenario.steps) {
    run.onStep(step.says);
    const until = { end: performance.now() + 6_000 };
    await Promise.all(phones.map(({ visitor, context }) => perform(step, visitor, { ...context, until })));
    await look();
  }
  // What a page sends on leaving arrives a little later, so this looks until two looks are equal.
  for (let before = '', now = await look(); now !== before; ) {
    before = now;
    await new Promise((resolve) => setTimeout(resolve, atRest));
    now = await look();
  }
}

function phoneOf({ state, forum, signal, placeOf, onSide }: Run, side: SideName, store: string) {
  const { scenario, rules } = state;
  let seen: ReturnType<typeof withLook> | undefined;
  return {
    visitor: new Visitor(placeOf(side), titles[side], signal),
    context: {
      who: scenario.who,
      forum,
      address: (path: string) => `${path}?store=${store}&frame=${side}`,
      onAsked: (asked: string) => onSide(side, { asked }),
    },
    /** Sets the rules of the store, which is created and seeded by that. */
    async begin() {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ rules });
      const answer = await fetch(`/api/rules?store=${store}`, { method: 'PUT', headers, body, signal });
      if (!answer.ok) throw new Error(`the platform answered ${answer.status}`);
      onSide(side, { store });
    },
    async look() {
      const now = await fetchProfiles(store);
      signal.throwIfAborted();
      if (!now) return '';
      seen = withLook(seen, now, scenario.who);
      const { profiles, changes, verdict } = seen;
      onSide(side, { profiles, changes, verdict });
      return JSON.stringify(now);
    },
  };
}
