import type { SignupContext } from './context.ts';
import type { Words } from './words.ts';
import { wordsFor } from './wordsFor.ts';

/** The words that this visitor sees. */
export function wordsOf({ settings, runtime, fetch }: SignupContext): Promise<Words> {
  const { language, languages } = runtime.platform.page();
  return wordsFor(settings, language, languages, fetch);
}
