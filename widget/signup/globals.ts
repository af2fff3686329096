import type { Signup, TagApi, TagCommand } from './api.ts';
import type { EventName, SignupEvents } from './events.ts';

/** What the page hears on `window`, by the event's name there. */
export type WindowEvents = { [Name in EventName as `hello-again:${Name}`]: CustomEvent<SignupEvents[Name]> };

declare global {
  interface Window {
    /** The script tag's signup; undefined without the script. */
    get HelloAgain(): TagApi | undefined;
    /** Calls that wait for the script; or, to look into a signup of the npm module from the console, that signup. */
    set HelloAgain(queue: TagApi | Signup | readonly TagCommand[] | undefined);
    /** `1` keeps every popup of the page closed: QA wants none. */
    HelloAgainOff?: 1 | undefined;
    /** Whether the owner's notice is shown, whatever the address is. */
    HelloAgainNotice?: boolean | undefined;
  }
  interface WindowEventMap extends WindowEvents {}
}
