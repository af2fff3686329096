/** The globals of the page's scripts. */
export type ScriptGlobals = Readonly<Record<string, unknown>>;

/** The name of a script that can get the email. */
export type ToldScript = 'klaviyo' | 'segment' | 'hubspot';

/**
 * The page's scripts that can get the typed email, by the names that `alsoIdentify` accepts. Each gets the email and
 * nothing else, and only where it has loaded already.
 */
export const toldScripts = {
  /** The `klaviyo` object, or the queue of the older script: https://developers.klaviyo.com/en/docs/javascript_api */
  klaviyo({ klaviyo, _learnq }: ScriptGlobals, email: string): void {
    if (call(klaviyo, 'identify', { email }) || call(klaviyo, 'push', ['identify', { email }])) return;
    call(_learnq, 'push', ['identify', { $email: email }]);
  },
  /**
   * As a trait, without a user id, as for any newsletter form:
   * https://www.twilio.com/docs/segment/connections/spec/best-practices-identify
   */
  segment({ analytics }: ScriptGlobals, email: string): void {
    call(analytics, 'identify', { email });
  },
  /**
   * HubSpot sends an identity along with the next page view or event only:
   * https://developers.hubspot.com/docs/api-reference/latest/account/settings/tracking-code/identify
   */
  hubspot({ _hsq }: ScriptGlobals, email: string): void {
    if (call(_hsq, 'push', ['identify', { email }])) call(_hsq, 'push', ['trackPageView']);
  },
} satisfies Record<ToldScript, (globals: ScriptGlobals, email: string) => void>;

/** Calls a method where there is one, and answers whether there was. */
function call(thing: unknown, name: string, argument: unknown): boolean {
  const method = (thing as ScriptGlobals | null | undefined)?.[name];
  if (typeof method !== 'function') return false;
  // A promise that is broken is the script's own business.
  Promise.resolve(method.call(thing, argument)).catch(() => {});
  return true;
}
