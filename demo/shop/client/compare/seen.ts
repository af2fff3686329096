import type { Person } from '../../compare/scenarios.ts';
import type { SideState } from '../../compare/stage.ts';
import { judge } from '../../compare/verdict.ts';
import type { ProfileView } from '../../server/services.ts';
import { compareProfiles } from '../live/compareProfiles.ts';

/** What looking at one store has shown so far. */
interface Seen extends Pick<SideState, 'profiles' | 'changes' | 'verdict'> {
  /** The profiles before the visitor came. */
  readonly before: readonly ProfileView[];
  /** How many profiles the visitor had at most. */
  readonly most: number;
}

/** Adds a look, which is compared with the first one. */
export function withLook(seen: Seen | undefined, profiles: readonly ProfileView[], who: Person): Seen {
  const before = seen?.before ?? profiles;
  const { changes } = compareProfiles(before, profiles);
  const most = Math.max(seen?.most ?? 0, judge(profiles, who).profiles);
  return {
    before,
    most,
    profiles: profiles.filter(({ id }) => changes.has(id)),
    changes,
    verdict: changes.size > 0 ? judge(profiles, who, most) : undefined,
  };
}
