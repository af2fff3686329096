import type { LocaleFile } from '../localeFile.ts';
import { consentAr } from './consent.ts';
import { ar } from './strings.ts';

export const localeFile: LocaleFile = { strings: ar, consentTexts: consentAr };
