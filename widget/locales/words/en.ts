import type { Words } from '../../words.ts';
import { en } from '../en.ts';
import { legalEn } from '../legal/en.ts';

export const words: Words = { strings: en, legal: legalEn };
