/**
 * A text as a cookie's value: what RFC 6265 (section 4.1.1) does not allow there is written as `%XX`, and so is `%` itself, as
 * js-cookie does it.
 */
export function cookieText(text: string): string {
  return text.replace(/[^\w!#$&'()*+\-./:<=>?@[\]^`{|}~]/gu, encodeURIComponent);
}
