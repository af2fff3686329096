import { fetchFile } from '../files/fetchFile.ts';
import type { SignupContext } from '../signup/session.ts';

/** Fetches what only some owners' options need. */
export function fetchSomeOptions(context: SignupContext): Promise<typeof import('./someOptions.ts')> {
  return fetchFile(context, 'someOptions', () => import('./someOptions.ts'));
}
