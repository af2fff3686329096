import type { Decision } from '../core/ask/decision.ts';
import type { Ask, Reason } from '../core/ask/reasons.ts';
import type { Outcome } from '../core/submission/answer.ts';
import { listen } from '../platform/listen.ts';

/**
 * Why the popup closed. `escape`: that key, or the back gesture; `already`: the visitor says that they have signed up;
 * `answered`: another form of the page was sent.
 */
export type CloseReason =
  | 'close'
  | 'escape'
  | 'backdrop'
  | 'done'
  | 'api'
  | 'already'
  | 'answered'
  | 'route'
  | 'destroy';

/** What was asked when it happened, why, and of which variant, where it was for any. */
interface Asked {
  /** What was asked. */
  readonly ask?: Ask;
  /** Why it was asked. */
  readonly reason?: Reason;
  /** The visitor’s variant, where the owner has variants. */
  readonly variant?: string;
}

/**
 * What each event tells. No detail ever holds an identifier, an address or a number. `id` is the beginning of the submission's,
 * enough to tell it from others and no key to anything.
 */
export interface SignupEvents {
  /** The ask was decided, or decided again. */
  decide: Decision;
  /** The popup is shown. `isOpenedByHost`: by `open()` or a click on an element of the page, not by itself. */
  open: { readonly ask: Ask; readonly reason: Reason; readonly isOpenedByHost: boolean; readonly variant?: string };
  /** The popup closed. `askReason`: why it was asked, as `reason` says it elsewhere. */
  close: { readonly reason: CloseReason; readonly ask?: Ask; readonly askReason?: Reason; readonly variant?: string };
  /** It would have opened by itself, had the visitor's variant not been held out. */
  holdout: { readonly ask: Ask; readonly reason: Reason; readonly variant: string };
  /** The teaser was shown, clicked or closed. */
  teaser: {
    readonly action: 'shown' | 'pressed' | 'closed';
    readonly ask: Ask;
    readonly reason: Reason;
    readonly variant?: string;
  };
  /** The popup shows another step: `brief`, `form`, `second`, `sending`, `success`, `verify`,
   * `waiting`, `failed`, `subscribed`. */
  step: { readonly step: string; readonly ask: Ask; readonly reason: Reason; readonly variant?: string };
  /** The form was submitted and a submission made. */
  submit: { readonly id: string; readonly ask: Ask; readonly reason: Reason; readonly variant?: string };
  /** A collector took it. */
  sent: Asked & { readonly id: string; readonly outcome: Outcome };
  /** It could not be delivered yet and is kept. */
  waiting: Asked & { readonly id: string };
  /** It could not be delivered and is not tried again. */
  failed: Asked & { readonly id: string; readonly status: number };
  /**
   * Something went wrong that the visitor need not see. `refused-late`: a kept submission was refused on a later page;
   * `given-up`: it was tried for as long as is reasonable; `popup-removed`: the page took the popup's element away.
   */
  error: Asked & {
    readonly code: 'refused-late' | 'given-up' | 'popup-failed' | 'popup-removed';
    readonly id?: string;
  };
  /** What this browser remembered was deleted. */
  forget: Record<string, never>;
}

/** The name of an event, for `on()`; on `window` it is called `hello-again:<name>`. */
export type EventName = keyof SignupEvents;
/** What hears of an event. */
export type Listener<N extends EventName> = (detail: SignupEvents[N]) => void;

type Step = <N extends EventName>(name: N, detail: SignupEvents[N]) => SignupEvents[N];

/** A typed emitter. A listener that throws is reported like any error of the page and does not affect the others. */
export interface Emitter {
  on<N extends EventName>(name: N, listener: Listener<N>): () => void;
  emit<N extends EventName>(name: N, detail: SignupEvents[N]): void;
  /** Every event passes through it from now on, before the listeners are called; it returns the detail for them. */
  passThrough(step: Step): void;
  clear(): void;
}

/** `announce` passes every event on, to DOM listeners. */
export function createEmitter(announce: (name: string, detail: unknown) => void): Emitter {
  let target = new EventTarget();
  let step: Step = (_name, detail) => detail;
  return {
    on: (name, listener) => listen(target, name, (event) => listener((event as CustomEvent).detail)),
    emit(name, given) {
      const detail = step(name, given);
      target.dispatchEvent(new CustomEvent(name, { detail }));
      announce(name, detail);
    },
    passThrough(next) {
      step = next;
    },
    clear() {
      target = new EventTarget();
    },
  };
}
