import type { Words } from '../localeFile.ts';
import { legalEs } from './consent.ts';
import { es } from './strings.ts';

export const words: Words = { strings: es, legal: legalEs };
