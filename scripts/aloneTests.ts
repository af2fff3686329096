/**
 * Where tests replace modules or what the browser has, so that each file needs a world of its own. All others share one: to
 * load the sources anew for each of them takes longer than the tests.
 */
export const aloneTests = [
  ...['checkout', 'explain', 'files', 'memory', 'platform', 'popup', 'sending', 'setup', 'signup', 'test'].map(
    (name) => `widget/${name}/`,
  ),
  'widget/phone/settle.test.ts',
  // Before something has loaded, and after it.
  'widget/ui/problemText.test.ts',
];
