import type { Words } from '../../words.ts';
import { legalSv } from '../legal/sv.ts';
import { sv } from '../sv.ts';

export const words: Words = { strings: sv, legal: legalSv };
