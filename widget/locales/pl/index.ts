import type { LocaleFile } from '../localeFile.ts';
import { legalPl } from './consent.ts';
import { pl } from './strings.ts';

export const words: LocaleFile = { strings: pl, consentTexts: legalPl };
