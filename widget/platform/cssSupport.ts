/** The visitor's choice between light and dark, and its changes. */
export function darkScheme(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)');
}

/** Whether the browser accepts the text as a value of `font-family`. */
export function isFontFamily(text: string): boolean {
  return CSS.supports('font-family', text);
}
