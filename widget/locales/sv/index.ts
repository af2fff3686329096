import type { Words } from '../localeFile.ts';
import { legalSv } from './consent.ts';
import { sv } from './strings.ts';

export const words: Words = { strings: sv, legal: legalSv };
