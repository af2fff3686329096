import { localeFile as ar } from '../widget/locales/ar/index.ts';
import { localeFile as de } from '../widget/locales/de/index.ts';
import { localeFile as en } from '../widget/locales/en/index.ts';
import { localeFile as es } from '../widget/locales/es/index.ts';
import { localeFile as fr } from '../widget/locales/fr/index.ts';
import { localeFile as it } from '../widget/locales/it/index.ts';
import { localeFile as ja } from '../widget/locales/ja/index.ts';
import { localeFile as ko } from '../widget/locales/ko/index.ts';
import type { LocaleFile } from '../widget/locales/localeFile.ts';
import { localeFile as nl } from '../widget/locales/nl/index.ts';
import { localeFile as pl } from '../widget/locales/pl/index.ts';
import { localeFile as ptBR } from '../widget/locales/pt-BR/index.ts';
import { localeFile as sv } from '../widget/locales/sv/index.ts';

/** Every language by its BCP 47 tag. For the build, which makes a file for each language and region. */
export const all: Readonly<Record<string, LocaleFile>> = { en, es, fr, de, it, 'pt-BR': ptBR, nl, pl, sv, ja, ko, ar };
