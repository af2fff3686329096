import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Takes a data folder for this process: two embedded databases on one folder would destroy it. What a killed process left
 * behind is taken over.
 *
 * @param refuse told why the folder cannot be had; does not come back
 * @returns gives the folder free
 */
export function lockFolder(folder: string, refuse: (sentence: string) => never): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'server.pid');
  const holder = Number(readIfThere(file));
  if (holder > 0 && holder !== process.pid && isAlive(holder)) {
    refuse(`The data in ${folder} is in use by process ${holder}: stop it, or choose a folder with HELLO_AGAIN_DATA.`);
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function isAlive(id: number): boolean {
  try {
    // Signal 0 only asks.
    process.kill(id, 0);
    return true;
  } catch (error) {
    // Somebody else's process lives as well.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
