import type { Fields } from './fieldsOf.ts';

/** `first_name` and `last_name` as one text, where there is either. */
export function fullName(part: Fields): string | undefined {
  const names = [part.text('first_name'), part.text('last_name')].filter((name) => name !== undefined);
  return names.length > 0 ? names.join(' ') : undefined;
}
