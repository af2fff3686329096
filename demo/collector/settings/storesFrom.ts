import { isStoreName } from '../http/storeOf.ts';

/**
 * The stores that a list names.
 *
 * @throws {Error} one sentence, where there is none, or what can be no store’s name
 */
export function storesFrom(text: string | undefined): readonly string[] {
  const name = 'HELLO_AGAIN_STORES';
  if (!text)
    throw new Error(`${name} must name the stores to collect for, as in harbor-coffee: each widget’s \`store\`.`);
  const stores = text.split(',').map((store) => store.trim());
  stores.forEach((store, i) => {
    if (!isStoreName(store)) {
      throw new Error(`${name}, entry ${i + 1}: it must be made of a to z, 0 to 9 and hyphens, 60 at most.`);
    }
  });
  return [...new Set(stores)];
}
