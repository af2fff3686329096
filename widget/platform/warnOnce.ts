import { warn } from './warn.ts';

const told = new Set<string>();

/** Tells the owner of the page, in the console, and never the same a second time. */
export function warnOnce(message: string): void {
  if (told.has(message)) return;
  told.add(message);
  warn(message);
}
