import type { Words } from '../../words.ts';
import { it } from '../it.ts';
import { legalIt } from '../legal/it.ts';

export const words: Words = { strings: it, legal: legalIt };
