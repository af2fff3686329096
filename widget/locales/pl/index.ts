import type { Words } from '../localeFile.ts';
import { legalPl } from './consent.ts';
import { pl } from './strings.ts';

export const words: Words = { strings: pl, legal: legalPl };
