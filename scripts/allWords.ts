import { words as ar } from '../widget/locales/ar/index.ts';
import { words as de } from '../widget/locales/de/index.ts';
import { words as en } from '../widget/locales/en/index.ts';
import { words as es } from '../widget/locales/es/index.ts';
import { words as fr } from '../widget/locales/fr/index.ts';
import { words as it } from '../widget/locales/it/index.ts';
import { words as ja } from '../widget/locales/ja/index.ts';
import { words as ko } from '../widget/locales/ko/index.ts';
import type { LocaleFile } from '../widget/locales/localeFile.ts';
import { words as nl } from '../widget/locales/nl/index.ts';
import { words as pl } from '../widget/locales/pl/index.ts';
import { words as ptBR } from '../widget/locales/pt-BR/index.ts';
import { words as sv } from '../widget/locales/sv/index.ts';

/** Every language by its BCP 47 tag. For the build, which makes a file for each language and region of it. */
export const all: Readonly<Record<string, LocaleFile>> = { en, es, fr, de, it, 'pt-BR': ptBR, nl, pl, sv, ja, ko, ar };
