import type { Words } from '../../words.ts';
import { legalPtBR } from '../legal/pt-BR.ts';
import { ptBR } from '../pt-BR.ts';

export const words: Words = { strings: ptBR, legal: legalPtBR };
