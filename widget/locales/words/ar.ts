import type { Words } from '../../words.ts';
import { ar } from '../ar.ts';
import { legalAr } from '../legal/ar.ts';

export const words: Words = { strings: ar, legal: legalAr };
