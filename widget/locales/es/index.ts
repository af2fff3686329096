import type { LocaleFile } from '../localeFile.ts';
import { legalEs } from './consent.ts';
import { es } from './strings.ts';

export const words: LocaleFile = { strings: es, consentTexts: legalEs };
