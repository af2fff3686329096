import { fetchFile } from '../files/fetchFile.ts';
import type { Words } from '../locales/localeFile.ts';
import type { SignupContext } from '../signup/session.ts';
import { wordsFor } from './stringsFor.ts';

/** The words that this visitor sees. */
export function wordsOf(context: SignupContext): Promise<Words> {
  const { settings, runtime } = context;
  const { language, languages } = runtime.platform.page();
  return wordsFor(settings, language, languages, (name, load) => fetchFile(context, name, load));
}
