import type { RememberedIdentifier } from './memory.ts';

/** Whether two identifiers are one and the same. */
export function isSame(a: RememberedIdentifier, b: RememberedIdentifier): boolean {
  return a.field === b.field && a.issuer === b.issuer && a.value === b.value;
}

/** A list with an item at its newest place, once, and the oldest left out beyond `most`. */
export function append<T>(all: readonly T[], item: T, isSameItem: (a: T, b: T) => boolean, most: number): readonly T[] {
  return [...all.filter((i) => !isSameItem(i, item)), item].slice(-most);
}
