import type { LocaleFile } from '../localeFile.ts';
import { legalSv } from './consent.ts';
import { sv } from './strings.ts';

export const words: LocaleFile = { strings: sv, consentTexts: legalSv };
