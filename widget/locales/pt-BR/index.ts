import type { LocaleFile } from '../localeFile.ts';
import { legalPtBR } from './consent.ts';
import { ptBR } from './strings.ts';

export const words: LocaleFile = { strings: ptBR, consentTexts: legalPtBR };
