import type { SignupContext } from './context.ts';
import { fetchFile } from './fetchFile.ts';
import type { Words } from './words.ts';
import { wordsFor } from './wordsFor.ts';

/** The words that this visitor sees. */
export function wordsOf(context: SignupContext): Promise<Words> {
  const { settings, runtime } = context;
  const { language, languages } = runtime.platform.page();
  return wordsFor(settings, language, languages, (name, load) => fetchFile(context, name, load));
}
