import type { Words } from '../../words.ts';
import { legalPl } from '../legal/pl.ts';
import { pl } from '../pl.ts';

export const words: Words = { strings: pl, legal: legalPl };
