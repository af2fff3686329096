import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository: the scripts work from any current directory. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
