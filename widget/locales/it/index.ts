import type { LocaleFile } from '../localeFile.ts';
import { legalIt } from './consent.ts';
import { it } from './strings.ts';

export const words: LocaleFile = { strings: it, consentTexts: legalIt };
