/**
 * The domain of `HELLO_AGAIN_COOKIE_DOMAIN`, written with a dot before it or without.
 *
 * @throws {Error} one sentence, where it cannot be one
 */
export function memoryDomain(written: string | undefined): string | undefined {
  if (!written) return undefined;
  const domain = written.replace(/^\./, '').toLowerCase();
  if (/^(?=.{4,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain) && !/^[\d.]+$/.test(domain)) return domain;
  throw new Error(`HELLO_AGAIN_COOKIE_DOMAIN must be a domain such as shop.example, not "${written}".`);
}
