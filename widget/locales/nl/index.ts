import type { Words } from '../localeFile.ts';
import { legalNl } from './consent.ts';
import { nl } from './strings.ts';

export const words: Words = { strings: nl, legal: legalNl };
