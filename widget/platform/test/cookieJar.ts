/** `document.cookie` of one page, as far as RFC 6265 is needed here: domains, ages, and suffixes that are refused. */
export class CookieJar {
  /** Every cookie as it was written, attributes and all. */
  readonly written: string[] = [];
  isBlocked = false;
  readonly #held = new Map<string, string>();

  constructor(
    readonly hostname: string,
    readonly publicSuffixes: readonly string[] = [],
  ) {}

  get cookie(): string {
    if (this.isBlocked) throw new DOMException('sandboxed', 'SecurityError');
    const pathOf = (key: string) => (key.split(' ')[2] ?? '').length;
    // The longest path first: RFC 6265 §5.4.
    const sorted = [...this.#held].toSorted(([a], [b]) => pathOf(b) - pathOf(a));
    return sorted.map(([key, value]) => `${key.split(' ')[0]}=${value}`).join('; ');
  }

  set cookie(text: string) {
    if (this.isBlocked) throw new DOMException('sandboxed', 'SecurityError');
    this.written.push(text);
    const [pair = '', ...attributes] = text.split('; ');
    const [name = '', ...rest] = pair.split('=');
    const of = (attribute: string) =>
      attributes.find((a) => a.startsWith(`${attribute}=`))?.slice(attribute.length + 1);
    const domain = of('domain');
    const isTheirs = domain === undefined || `.${this.hostname}`.endsWith(`.${domain}`);
    if (!isTheirs || this.publicSuffixes.includes(domain ?? '')) return;
    const key = `${name} ${domain ?? ''} ${of('path') ?? '/'}`;
    if (of('max-age') === '0') this.#held.delete(key);
    else this.#held.set(key, rest.join('='));
  }
}
