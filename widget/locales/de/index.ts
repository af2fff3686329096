import type { LocaleFile } from '../localeFile.ts';
import { legalDe } from './consent.ts';
import { de } from './strings.ts';

export const words: LocaleFile = { strings: de, consentTexts: legalDe };
