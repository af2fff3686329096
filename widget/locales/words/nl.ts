import type { Words } from '../../words.ts';
import { legalNl } from '../legal/nl.ts';
import { nl } from '../nl.ts';

export const words: Words = { strings: nl, legal: legalNl };
