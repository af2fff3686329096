import type { RuleSetName } from '../../collector/rules/types.ts';
import type { Change } from '../pages/ProfileCards.tsx';
import type { ProfileView } from '../server/services.ts';
import type { Scenario } from './scenarios.ts';
import type { Verdict } from './verdict.ts';

/** The two phones. */
export type SideName = 'plain' | 'hello';

export const sideNames: readonly SideName[] = ['plain', 'hello'];

/** What is shown under one phone. */
export interface SideState {
  /** The store of this run. */
  readonly store: string | undefined;
  /** What the popup has asked for, in words. */
  readonly asked: string | undefined;
  /** The profiles that are new or different since the run began. */
  readonly profiles: readonly ProfileView[];
  readonly changes: ReadonlyMap<string, Change>;
  /** Absent until something has changed. */
  readonly verdict: Verdict | undefined;
}

/**
 * What the page shows.
 *
 * - `idle`: nothing has been played under these rules and this scenario
 * - `failed`: the visitor got stuck
 */
export interface StageState {
  readonly scenario: Scenario;
  readonly rules: RuleSetName;
  readonly phase: 'idle' | 'playing' | 'done' | 'stopped' | 'failed';
  /** What is happening, in a sentence. */
  readonly says: string;
  /** Whether this server has a second host name, for the forum. */
  readonly hasForum: boolean;
  readonly sides: Readonly<Record<SideName, SideState>>;
}

/** The message that makes the forum, on another host, click its own link. */
export const pressLink = 'press the link';

/** What the controls do. */
export interface StageActions {
  choose(scenario: Scenario): void;
  rule(rules: RuleSetName): void;
  play(): void;
  stop(): void;
}

const emptySide: SideState = {
  store: undefined,
  asked: undefined,
  profiles: [],
  changes: new Map(),
  verdict: undefined,
};

/** Nothing has been played yet. */
export function openingStage({ scenario, rules, hasForum }: Omit<StageState, 'phase' | 'says' | 'sides'>): StageState {
  return { scenario, rules, hasForum, phase: 'idle', says: '', sides: { plain: emptySide, hello: emptySide } };
}
