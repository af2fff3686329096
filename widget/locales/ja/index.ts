import type { LocaleFile } from '../localeFile.ts';
import { consentJa } from './consent.ts';
import { ja } from './strings.ts';

export const localeFile: LocaleFile = { strings: ja, consentTexts: consentJa };
