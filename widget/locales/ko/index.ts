import type { LocaleFile } from '../localeFile.ts';
import { legalKo } from './consent.ts';
import { ko } from './strings.ts';

export const words: LocaleFile = { strings: ko, consentTexts: legalKo };
