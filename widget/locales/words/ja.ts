import type { Words } from '../../words.ts';
import { ja } from '../ja.ts';
import { legalJa } from '../legal/ja.ts';

export const words: Words = { strings: ja, legal: legalJa };
