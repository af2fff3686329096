import type { SignupOptions } from '../config/options.ts';
import type { TagSignup } from './api.ts';

/** One signup of the page, and those who hold it. */
export interface Shared {
  signup: TagSignup;
  /** What it was made with. */
  options: SignupOptions;
  readonly maker: Maker;
  pausing?: 'pause' | 'resume';
  /** The newest last. */
  readonly holders: Set<Holder>;
}

export interface Holder {
  options: SignupOptions;
  readonly ties: Set<Tie>;
}

/** What a handle has asked of the signup, and asks again of the one that takes its place. */
export interface Tie {
  readonly make: (signup: TagSignup) => (() => void) | undefined;
  undo: (() => void) | undefined;
}

/** Where signups are made. */
export interface Maker {
  compose(options: SignupOptions): TagSignup;
  /** Whether it is the script tag's own signup, which is the tag's to change and to destroy. */
  isTags?(signup: TagSignup): boolean;
  /** What the page's signups share, with the one whose popup is open. */
  readonly registry?: { readonly runtime?: { readonly openSignup?: string | undefined } };
  /** The page's last signup of this module is gone. */
  release?(): void;
}
