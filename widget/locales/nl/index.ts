import type { LocaleFile } from '../localeFile.ts';
import { legalNl } from './consent.ts';
import { nl } from './strings.ts';

export const words: LocaleFile = { strings: nl, consentTexts: legalNl };
