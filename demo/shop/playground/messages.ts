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
