import type { LocaleFile } from '../localeFile.ts';
import { consentKo } from './consent.ts';
import { ko } from './strings.ts';

export const localeFile: LocaleFile = { strings: ko, consentTexts: consentKo };
