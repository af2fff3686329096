import type { Identity } from '../identity/resolve.ts';
import type { AskDecision } from './decide.ts';

/** A decision together with the identity it was made for. */
export type Decided = AskDecision & { readonly identity: Identity };
