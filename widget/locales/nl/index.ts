import type { LocaleFile } from '../localeFile.ts';
import { consentNl } from './consent.ts';
import { nl } from './strings.ts';

export const localeFile: LocaleFile = { strings: nl, consentTexts: consentNl };
