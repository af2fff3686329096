import type { createHost } from './ui/host.ts';
import type { Words } from './words.ts';

/** What the popup's code hands over, so that no module stands in two chunks. */
export interface PlanTools {
  /** Milliseconds since 1970 when the ask was decided: the delay is counted from then. */
  readonly decidedAt: number;
  open(isByVisitor: boolean): void;
  words(): Promise<Words>;
  readonly createHost: typeof createHost;
}
