import type { Words } from '../localeFile.ts';
import { legalFr } from './consent.ts';
import { fr } from './strings.ts';

export const words: Words = { strings: fr, legal: legalFr };
