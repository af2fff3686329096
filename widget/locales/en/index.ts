import type { LocaleFile } from '../localeFile.ts';
import { legalEn } from './consent.ts';
import { en } from './strings.ts';

export const words: LocaleFile = { strings: en, consentTexts: legalEn };
