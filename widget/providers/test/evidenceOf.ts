import { extract } from '../../core/identity/extract.ts';
import { readLink } from '../../core/identity/link.ts';
import { now } from '../../core/test/evidence.ts';
import type { Provider } from '../provider.ts';

/** The identifiers of a page: the query of its address, and its cookies. */
export interface Visit {
  readonly query?: string;
  readonly cookies?: Readonly<Record<string, string>>;
}

/** The evidence that a provider finds on a page. */
export function evidenceOf(provider: Provider, { query = '', cookies = {} }: Visit) {
  const link = readLink(`https://shop.example.com/?${query}`, '', []);
  const cookie = (name: string) => (Object.hasOwn(cookies, name) ? cookies[name] : undefined);
  return extract({ now, link, cookie }, [provider]);
}

/** The same in short: `link token profile value`. */
export function inShort(provider: Provider, visit: Visit): string[] {
  return evidenceOf(provider, visit).map((e) => `${e.source} ${e.strength} ${e.field} ${e.value}`);
}
