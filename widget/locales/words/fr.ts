import type { Words } from '../../words.ts';
import { fr } from '../fr.ts';
import { legalFr } from '../legal/fr.ts';

export const words: Words = { strings: fr, legal: legalFr };
