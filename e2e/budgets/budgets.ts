/** What one visitor may download of the script until one moment. */
export interface Budget {
  /** Which visitor it is, for the test that plays them. */
  readonly id: 'nothing' | 'uk' | 'us' | 'germany' | 'link' | 'signUp';
  /** The visitor, as the README's table names them. */
  readonly visitor: string;
  /** Until when: the decision, the open popup whose fields can be typed into, or the answered sign-up. */
  readonly moment: 'decided' | 'open' | 'sent';
  /** Bytes of the script's files, compressed with brotli as a CDN does; those of the sign-up itself are not counted. */
  readonly bytes: number;
  /** Requests of the script: its files, and the sign-up's POST. */
  readonly requests: number;
}

/** The limits that `npm test` holds the built script to: by moment, since that is what a visitor waits for. */
export const budgets: readonly Budget[] = [
  { id: 'nothing', visitor: 'who is asked nothing', moment: 'decided', bytes: 7_250, requests: 1 },
  { id: 'uk', visitor: 'a stranger in the UK', moment: 'open', bytes: 34_700, requests: 5 },
  { id: 'us', visitor: 'a stranger in the US', moment: 'open', bytes: 35_700, requests: 5 },
  // A theme is one file more, on pages that have one.
  { id: 'germany', visitor: 'a stranger in Germany, flyout and theme', moment: 'open', bytes: 37_700, requests: 6 },
  { id: 'link', visitor: 'who followed a link and is asked for a number', moment: 'open', bytes: 34_700, requests: 5 },
  { id: 'signUp', visitor: 'the same, signed up', moment: 'sent', bytes: 43_900, requests: 7 },
];
