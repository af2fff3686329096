import type { Decision } from './core/ask/decision.ts';
import type { Ask, Reason } from './core/ask/reasons.ts';
import type { Outcome } from './core/submission/answer.ts';
import { listen } from './platform/listen.ts';

/** Why the popup closed. `answered`: another form of the page was sent. */
export type CloseReason = 'close' | 'escape' | 'backdrop' | 'done' | 'api' | 'answered' | 'route' | 'destroy';

/** What each event tells. No detail ever holds an identifier, an address or a number. */
export interface SignupEvents {
  /** The ask was decided, or decided anew. */
  decide: Decision;
  open: { readonly ask: Ask; readonly reason: Reason; readonly isOpenedByHost: boolean };
  close: { readonly reason: CloseReason };
  /** The popup shows another step: `form`, `sending`, `success`, `waiting`, `failed`, `subscribed`. */
  step: { readonly step: string; readonly ask: Ask; readonly reason: Reason };
  /** The button was pressed and a submission made. */
  submit: { readonly id: string; readonly ask: Ask; readonly reason: Reason };
  /** A collector took it. */
  sent: { readonly id: string; readonly outcome: Outcome };
  /** It could not be delivered yet and is kept. */
  waiting: { readonly id: string };
  /** It could not be delivered and is not tried again. */
  failed: { readonly id: string; readonly status: number };
  /**
   * Something went wrong that the visitor need not see. `refused-late`: a kept submission was refused on a later page;
   * `given-up`: it was tried for as long as is reasonable.
   */
  error: { readonly code: 'refused-late' | 'given-up' | 'popup-failed'; readonly id?: string };
  forget: Record<string, never>;
}

export type EventName = keyof SignupEvents;
export type Listener<N extends EventName> = (detail: SignupEvents[N]) => void;

/** A typed emitter. A listener that throws is reported like any error of the page and hurts nobody else. */
export interface Emitter {
  on<N extends EventName>(name: N, listener: Listener<N>): () => void;
  emit<N extends EventName>(name: N, detail: SignupEvents[N]): void;
  clear(): void;
}

/** `announce` passes every event on, to DOM listeners. */
export function createEmitter(announce: (name: string, detail: unknown) => void): Emitter {
  let target = new EventTarget();
  return {
    on: (name, listener) => listen(target, name, (event) => listener((event as CustomEvent).detail)),
    emit(name, detail) {
      target.dispatchEvent(new CustomEvent(name, { detail }));
      announce(name, detail);
    },
    clear() {
      target = new EventTarget();
    },
  };
}
