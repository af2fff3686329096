/** What a test cannot find out in another engine than Chromium, because of how that is driven: never because of the product. */
interface Limit {
  /** Of the file's path and the test's whole title. */
  readonly test: RegExp;
  readonly why: string;
}

const media = 'BiDi in Firefox 153 cannot play colour schemes, forced colours or reduced motion';
const past =
  'over BiDi the focus does not leave the page for the browser and come back, as Tab past the last control does';
const form = 'over BiDi Playwright is sometimes not told that a form has led to another page, and waits for ever';
const held = 'over BiDi `goto` waits for a file that the test holds back';
const limits: readonly Limit[] = [
  { test: /accessibility\/preferences\.spec/, why: media },
  { test: /accessibility\/keyboard\.spec.*the focus ring is visible in the theme/, why: media },
  { test: /accessibility\/keyboard\.spec.*Tab follows the visual order/, why: past },
  { test: /accessibility\/keyboard\.spec.*where the form has to scroll/, why: past },
  { test: /accessibility\/keyboard\.spec.*a flyout does not keep the focus/, why: past },
  { test: /accessibility\/keyboard\.spec.*Escape closes the popup in every state/, why: past },
  {
    test: /popup\/layouts\.spec.*closes by Android’s back gesture/,
    why: 'BiDi in Firefox 153 cannot play a touch screen',
  },
  { test: /cases\/(06|13|14)-/, why: form },
  { test: /popup\/triggers\.spec.*though its code loads long after the dismissal/, why: held },
  { test: /popup\/triggers\.spec.*of the referrer/, why: 'over BiDi Playwright sends no referrer of its own' },
];

/** Why a test is not to be run in the engine at hand; undefined where it is. */
export function limitOf(file: string, title: string): string | undefined {
  // Playwright's own builds can do all of it.
  if (!process.env.HELLO_AGAIN_ENGINE_PATH) return undefined;
  return limits.find(({ test }) => test.test(`${file.replaceAll('\\', '/')} › ${title}`))?.why;
}
