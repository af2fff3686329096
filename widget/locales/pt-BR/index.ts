import type { LocaleFile } from '../localeFile.ts';
import { consentPtBR } from './consent.ts';
import { ptBR } from './strings.ts';

export const localeFile: LocaleFile = { strings: ptBR, consentTexts: consentPtBR };
