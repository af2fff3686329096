import type { Measured } from './flags.ts';
import type { Shown } from './previewOf.ts';

/** From the playground to a frame. */
export interface PageMessage {
  readonly kind: 'show';
  /** Nothing is shown where it is missing. */
  readonly shown: Shown | undefined;
}

/** From a frame to the playground. */
export type FrameMessage =
  | { readonly kind: 'ready' }
  /** The popup is there, or its size has changed; without a size there is none. */
  | { readonly kind: 'shown'; readonly measured: Measured | undefined };

/**
 * Event at the frame's element, as a popup in it has opened and taken the focus: at once and no message, because a key that is
 * pressed before the focus is given back would be lost to whoever is typing a choice.
 */
export const tookFocus = 'playground-took-focus';
