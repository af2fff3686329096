/** One of what is asked together. */
interface Waiting<Q, A> {
  readonly asked: Q;
  readonly keys: readonly string[];
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
}

interface Options<Q> {
  /** How much one call may ask. */
  readonly most: number;
  /** Two that have a key in common are never in one call. */
  readonly keysOf?: (asked: Q) => readonly string[];
  /** Whether a call that failed is worth asking again, each by itself. */
  readonly isOneToBlame: (error: unknown) => boolean;
}

/**
 * Asks for many what costs nearly the same for one: one call is under way at a time, and what comes in meanwhile is asked by the
 * next one, all at once. Who comes alone does not wait. Where a call fails, each is asked by itself, so nobody pays for another's mistake.
 *
 * @param call answers in the order it was asked
 */
export function together<Q, A>(
  call: (asked: readonly Q[]) => Promise<readonly A[]>,
  { most, keysOf = () => [], isOneToBlame }: Options<Q>,
): (asked: Q) => Promise<A> {
  let waiting: Waiting<Q, A>[] = [];
  let isUnderWay = false;

  function next(): readonly Waiting<Q, A>[] {
    const taken: Waiting<Q, A>[] = [];
    const left: Waiting<Q, A>[] = [];
    const keys = new Set<string>();
    for (const one of waiting) {
      const fits = taken.length < most && !one.keys.some((key) => keys.has(key));
      (fits ? taken : left).push(one);
      // Whoever waits comes before those with the same key.
      for (const key of one.keys) keys.add(key);
    }
    waiting = left;
    return taken;
  }

  async function answer(taken: readonly Waiting<Q, A>[]): Promise<void> {
    try {
      const answers = await call(taken.map(({ asked }) => asked));
      taken.forEach(({ resolve }, n) => {
        resolve(answers[n] as A);
      });
    } catch (error) {
      if (taken.length === 1 || !isOneToBlame(error)) for (const { reject } of taken) reject(error);
      else for (const one of taken) await answer([one]);
    }
  }

  async function askAll(): Promise<void> {
    while (waiting.length > 0) await answer(next());
    isUnderWay = false;
  }

  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, keys: keysOf(asked), resolve, reject });
      if (isUnderWay) return;
      isUnderWay = true;
      // What has come in by the same turn of the event loop goes together.
      setImmediate(() => void askAll());
    });
}
