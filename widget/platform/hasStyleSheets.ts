/**
 * Whether the page is a browser's. jsdom cannot read today's style sheets and says so as a browser does that refuses them:
 * https://github.com/jsdom/jsdom#pretending-to-be-a-visual-browser
 */
export const hasStyleSheets = (): boolean => !/jsdom/i.test(navigator.userAgent);
