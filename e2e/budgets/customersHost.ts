/**
 * A host of this machine that the script does not take for its owner's (widget/platform/isOwners.ts): who owns the page
 * downloads the notice as well. All of 127.0.0.0/8 is a secure context to browsers, and gets brotli without https; the
 * browser is told to find it at 127.0.0.1, since not every system listens on the rest.
 */
export const customersHost = '127.77.0.1';
