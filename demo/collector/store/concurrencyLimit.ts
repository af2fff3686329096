/** More than any pool has connections. */
const widest = 64;

/** Lets work in, as much at a time as gets along. */
export interface ConcurrencyLimit {
  /** Waits for its turn. Who comes a second time goes first: it has waited before. */
  enter(isAgain: boolean): Promise<void>;
  /** @param hasClashed whether it was rolled back for the sake of another */
  leave(hasClashed: boolean): void;
}

/**
 * Halves how many may be inside when two clash, and adds one once as many have got through as were let in: the way networks
 * share a line. What gets along runs side by side, and what does not, one after the other, instead of rolling each other back
 * again and again.
 */
export function concurrencyLimit(): ConcurrencyLimit {
  const waiting: (() => void)[] = [];
  let most = widest;
  let inside = 0;

  const letIn = () => {
    while (inside < Math.floor(most)) {
      const next = waiting.shift();
      if (!next) return;
      inside += 1;
      next();
    }
  };

  return {
    enter(isAgain) {
      return new Promise((resolve) => {
        if (isAgain) waiting.unshift(resolve);
        else waiting.push(resolve);
        letIn();
      });
    },
    leave(hasClashed) {
      inside -= 1;
      most = hasClashed ? Math.max(1, most / 2) : Math.min(widest, most + 1 / most);
      letIn();
    },
  };
}
