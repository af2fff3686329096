import type { LocaleFile } from '../localeFile.ts';
import { legalJa } from './consent.ts';
import { ja } from './strings.ts';

export const words: LocaleFile = { strings: ja, consentTexts: legalJa };
