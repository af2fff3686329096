import type { LocaleFile } from '../localeFile.ts';
import { legalFr } from './consent.ts';
import { fr } from './strings.ts';

export const words: LocaleFile = { strings: fr, consentTexts: legalFr };
