import type { LocaleFile } from '../localeFile.ts';
import { consentDe } from './consent.ts';
import { de } from './strings.ts';

export const localeFile: LocaleFile = { strings: de, consentTexts: consentDe };
