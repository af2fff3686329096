import type { Words } from '../../words.ts';
import { words as ar } from './ar.ts';
import { words as de } from './de.ts';
import { words as en } from './en.ts';
import { words as es } from './es.ts';
import { words as fr } from './fr.ts';
import { words as it } from './it.ts';
import { words as ja } from './ja.ts';
import { words as ko } from './ko.ts';
import { words as nl } from './nl.ts';
import { words as pl } from './pl.ts';
import { words as ptBR } from './pt-BR.ts';
import { words as sv } from './sv.ts';

/** Every language by its BCP 47 tag. For the build, which makes a file for each language and region of it. */
export const all: Readonly<Record<string, Words>> = { en, es, fr, de, it, 'pt-BR': ptBR, nl, pl, sv, ja, ko, ar };
