import type { Words } from '../../words.ts';
import { es } from '../es.ts';
import { legalEs } from '../legal/es.ts';

export const words: Words = { strings: es, legal: legalEs };
