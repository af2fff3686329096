import type { Words } from '../localeFile.ts';
import { legalDe } from './consent.ts';
import { de } from './strings.ts';

export const words: Words = { strings: de, legal: legalDe };
