import type { LocaleFile } from '../localeFile.ts';
import { consentIt } from './consent.ts';
import { it } from './strings.ts';

export const localeFile: LocaleFile = { strings: it, consentTexts: consentIt };
