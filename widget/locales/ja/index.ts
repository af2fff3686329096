import type { Words } from '../localeFile.ts';
import { legalJa } from './consent.ts';
import { ja } from './strings.ts';

export const words: Words = { strings: ja, legal: legalJa };
