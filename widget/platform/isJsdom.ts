/**
 * A page that a test makes, without layout: jsdom has no modal dialogs, and reads none of today's style sheets, as a browser does
 * that refuses them. https://github.com/jsdom/jsdom#pretending-to-be-a-visual-browser
 */
export const isJsdom = (): boolean => /jsdom/i.test(navigator.userAgent);
