import type { Words } from '../../words.ts';
import { de } from '../de.ts';
import { legalDe } from '../legal/de.ts';

export const words: Words = { strings: de, legal: legalDe };
