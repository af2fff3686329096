import type { Words } from '../localeFile.ts';
import { legalKo } from './consent.ts';
import { ko } from './strings.ts';

export const words: Words = { strings: ko, legal: legalKo };
