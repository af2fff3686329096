import { words as ar } from '../widget/locales/words/ar.ts';
import { words as de } from '../widget/locales/words/de.ts';
import { words as en } from '../widget/locales/words/en.ts';
import { words as es } from '../widget/locales/words/es.ts';
import { words as fr } from '../widget/locales/words/fr.ts';
import { words as it } from '../widget/locales/words/it.ts';
import { words as ja } from '../widget/locales/words/ja.ts';
import { words as ko } from '../widget/locales/words/ko.ts';
import { words as nl } from '../widget/locales/words/nl.ts';
import { words as pl } from '../widget/locales/words/pl.ts';
import { words as ptBR } from '../widget/locales/words/pt-BR.ts';
import { words as sv } from '../widget/locales/words/sv.ts';
import type { Words } from '../widget/words.ts';

/** Every language by its BCP 47 tag. For the build, which makes a file for each language and region of it. */
export const all: Readonly<Record<string, Words>> = { en, es, fr, de, it, 'pt-BR': ptBR, nl, pl, sv, ja, ko, ar };
