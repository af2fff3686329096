import type { LocaleFile } from '../localeFile.ts';
import { legalAr } from './consent.ts';
import { ar } from './strings.ts';

export const words: LocaleFile = { strings: ar, consentTexts: legalAr };
