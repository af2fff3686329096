import type { Evidence } from '../core/identity/evidence.ts';
import type { Carried } from '../core/identity/issuer.ts';
import type { Provider } from './provider.ts';

/** The page as providers read it. */
export interface PageValues {
  /** The text or number at a path below `window`. */
  read(path: string): string | number | undefined;
  /** When the page was loaded, and its values with it. ISO 8601, UTC. */
  readonly loadedAt: string;
}

/**
 * What the page's own scripts say of who is logged in, a claim an issuer. It is as old as the page, so that what the host
 * says itself through `identify()` is newer, and wins. Nothing throws.
 */
export function pageEvidence(providers: readonly Provider[], page: PageValues): Evidence[] {
  return providers.flatMap((provider) => {
    const [carried, ...others] = valuesOf(provider, page);
    const { issuer, isStable } = provider;
    // Two different values identify nobody.
    if (!carried || others.some((c) => c.value !== carried.value || c.field !== carried.field)) return [];
    const { field, value, strength } = carried;
    const claim = `page:${issuer}`;
    return { field, issuer, value, key: value, source: 'page', strength, isStable, observedAt: page.loadedAt, claim };
  });
}

function valuesOf({ pageValues }: Provider, page: PageValues): readonly Carried[] {
  try {
    return (pageValues ?? []).flatMap(({ path, decode }) => {
      const value = page.read(path);
      return value === undefined ? [] : decode(value).filter((c) => /^[!-~]{1,1024}$/.test(c.value));
    });
  } catch {
    // An owner's decoder may be wrong about a value, which then identifies nobody.
    return [];
  }
}
