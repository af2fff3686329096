import type { LocaleFile } from '../localeFile.ts';
import { consentFr } from './consent.ts';
import { fr } from './strings.ts';

export const localeFile: LocaleFile = { strings: fr, consentTexts: consentFr };
