/** `harbor-coffee` as “Harbor Coffee”: what a store is called where nobody has said it. */
export function shopName(store: string): string {
  return store.replaceAll('-', ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

const longest = 40;

/**
 * What people know the stores as: `harbor-coffee:Harbor Coffee & Tea,harbor-tea:Harbor Tea`.
 *
 * @throws {Error} one sentence, where it is not written so
 */
export function shopNamesFrom(text: string | undefined, stores: readonly string[]): (store: string) => string {
  const names = new Map<string, string>();
  for (const entry of text ? text.split(',') : []) {
    const [, store = '', name = ''] = /^\s*([a-z0-9-]+)\s*:\s*(\S[^\p{Cc}]*?)\s*$/u.exec(entry) ?? [];
    if (!stores.includes(store) || name.length > longest) {
      throw new Error(
        `HELLO_AGAIN_STORE_NAMES must be as in ${stores[0]}:Our Shop, with names of ${longest} characters at most.`,
      );
    }
    names.set(store, name);
  }
  return (store) => names.get(store) ?? shopName(store);
}
