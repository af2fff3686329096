import type { LocaleFile } from '../localeFile.ts';
import { consentSv } from './consent.ts';
import { sv } from './strings.ts';

export const localeFile: LocaleFile = { strings: sv, consentTexts: consentSv };
