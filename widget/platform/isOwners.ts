interface PageWindow extends Omit<Window, 'HelloAgainNotice'> {
  readonly HelloAgainNotice?: unknown;
  /** https://shopify.dev/docs/storefronts/themes/best-practices/editor */
  readonly Shopify?: { readonly designMode?: boolean };
}

/** This machine, and the previews of Shopify and WordPress. */
const ownersAddress = /^\w+:..([^/]*\.)?(localhost|127\.0\.0\.1)[:/]|^[^#]*[?&](preview|customize)/;

/**
 * Whether the owner or a developer looks at the page: on this machine, or in a theme's preview. `window.HelloAgainNotice`
 * says so, or that it is not so, whatever the address is.
 *
 * @param mayAsk also whoever asks for it by `?ha=check`
 */
export function isOwners(mayAsk = false): boolean {
  const { HelloAgainNotice, Shopify }: PageWindow = window;
  // By its name an element of the page stands there too (`<a id="HelloAgainNotice">`): it says nothing.
  if (typeof HelloAgainNotice === 'boolean') return HelloAgainNotice;
  if (mayAsk && /[?&]ha=check\b/.test(location.search)) return true;
  return Shopify?.designMode === true || ownersAddress.test(location.href);
}
