import type { Words } from '../../words.ts';
import { ko } from '../ko.ts';
import { legalKo } from '../legal/ko.ts';

export const words: Words = { strings: ko, legal: legalKo };
