import type { Words } from '../localeFile.ts';
import { legalIt } from './consent.ts';
import { it } from './strings.ts';

export const words: Words = { strings: it, legal: legalIt };
