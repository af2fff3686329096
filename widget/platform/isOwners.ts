interface PageWindow extends Window {
  readonly HelloAgainNotice?: unknown;
  /** https://shopify.dev/docs/storefronts/themes/best-practices/editor */
  readonly Shopify?: { readonly designMode?: boolean };
}

/** This machine, and the previews of Shopify and WordPress. */
const ownersAddress = /^\w+:..([^/]*\.)?(localhost|127\.0\.0\.1)[:/]|^[^#]*[?&](preview|customize)/;

/**
 * Whether the owner or a developer looks at the page: on this machine, or in a theme's preview. `window.HelloAgainNotice`
 * says so, or that it is not so, whatever the address is.
 */
export function isOwners(): boolean {
  const { HelloAgainNotice, Shopify }: PageWindow = window;
  return !!(HelloAgainNotice ?? (Shopify?.designMode || ownersAddress.test(location.href)));
}
