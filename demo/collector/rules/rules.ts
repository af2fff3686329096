import type { RuleSet } from './actions.ts';
import { careful } from './careful.ts';
import { merging } from './merging.ts';
import { thread2021 } from './thread2021.ts';
import type { RuleSetName } from './types.ts';

export const ruleSets: Readonly<Record<RuleSetName, RuleSet>> = { 'thread-2021': thread2021, merging, careful };
