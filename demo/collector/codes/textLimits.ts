/** What texts may cost. */
export interface TextLimits {
  /** ISO 3166 codes: numbers of other countries get no code. */
  readonly countries: readonly string[];
  /** Texts in an hour for one store, over all numbers. */
  readonly perHour: number;
}

export const hour = 60 * 60_000;

/** Says once an hour for each store that its texts are used up. */
export function usedUpTeller(log: (line: string) => void = () => {}): (store: string, now: number) => void {
  const told = new Map<string, number>();
  return (store, now) => {
    if (now - (told.get(store) ?? Number.NEGATIVE_INFINITY) < hour) return;
    told.set(store, now);
    log(`warning: the texts with codes of this hour are used up for ${store}: sign-ups that need one wait without it`);
  };
}
