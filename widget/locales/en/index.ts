import type { Words } from '../localeFile.ts';
import { legalEn } from './consent.ts';
import { en } from './strings.ts';

export const words: Words = { strings: en, legal: legalEn };
