import type { LocaleFile } from '../localeFile.ts';
import { consentEn } from './consent.ts';
import { en } from './strings.ts';

export const localeFile: LocaleFile = { strings: en, consentTexts: consentEn };
