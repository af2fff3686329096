import type { LocaleFile } from '../localeFile.ts';
import { consentPl } from './consent.ts';
import { pl } from './strings.ts';

export const localeFile: LocaleFile = { strings: pl, consentTexts: consentPl };
