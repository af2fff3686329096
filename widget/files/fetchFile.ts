import type { SignupContext } from '../signup/session.ts';

/**
 * Fetches a lazy file, once more after three seconds where that fails. What fails then is noted for `explain()`, and rejects.
 *
 * @param name the file's name in the build, without `hello-again.` and the build's own
 */
export function fetchFile<T>(
  { missing, runtime }: Pick<SignupContext, 'missing' | 'runtime'>,
  name: string,
  load: () => Promise<T>,
): Promise<T> {
  const { schedule } = runtime.platform;
  return load()
    .catch(() => new Promise<void>((again) => schedule.after(3000, again)).then(load))
    .then(
      (file) => {
        missing.delete(name);
        return file;
      },
      (error) => {
        missing.add(name);
        throw error;
      },
    );
}
