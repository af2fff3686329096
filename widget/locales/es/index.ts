import type { LocaleFile } from '../localeFile.ts';
import { consentEs } from './consent.ts';
import { es } from './strings.ts';

export const localeFile: LocaleFile = { strings: es, consentTexts: consentEs };
