// How many cases a run has. `HELLO_AGAIN_WHOLE=1` runs all of them, as `.ci/run` does; otherwise a sample is run, the
// same one every time, so that whoever changes a line waits for minutes and a failure is found again.

export const isWhole = process.env.HELLO_AGAIN_WHOLE === '1';

/** How often a property is tried. */
export const runs = (whole: number): number => (isWhole ? whole : Math.ceil(whole / 10));

/** Every nth of a list of cases; all of them where the whole is run. */
export const everyNth = <T>(n: number, cases: readonly T[]): readonly T[] =>
  isWhole ? cases : cases.filter((_, i) => i % n === 0);

type Combination<L extends readonly (readonly unknown[])[]> = { readonly [K in keyof L]: L[K][number] };

/** Every combination of the lists' values; in a sample as few as hold each value of each list. */
export function combinations<const L extends readonly (readonly unknown[])[]>(...lists: L): readonly Combination<L>[] {
  const all = isWhole
    ? lists.reduce<readonly (readonly unknown[])[]>(
        (former, list) => former.flatMap((values) => list.map((value) => [...values, value])),
        [[]],
      )
    : Array.from({ length: Math.max(...lists.map(({ length }) => length)) }, (_, i) =>
        lists.map((list) => list[i % list.length]),
      );
  return all as readonly Combination<L>[];
}
