import type { Words } from '../localeFile.ts';
import { legalAr } from './consent.ts';
import { ar } from './strings.ts';

export const words: Words = { strings: ar, legal: legalAr };
