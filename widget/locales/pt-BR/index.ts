import type { Words } from '../localeFile.ts';
import { legalPtBR } from './consent.ts';
import { ptBR } from './strings.ts';

export const words: Words = { strings: ptBR, legal: legalPtBR };
