/** Numbers from 0 to 1 that look random and are the same for the same seed. */
export type Random = () => number;

/** mulberry32: small, fast, and good enough to draw people and days with. */
export function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * One draw for one named question about one event. A question has the same answer under every strategy and rule set,
 * whatever was asked before it, so that strategies differ by what they do and not by luck.
 */
export function draw(seed: number, question: string): number {
  let hash = seed | 0;
  for (let i = 0; i < question.length; i += 1) hash = Math.imul(hash ^ question.charCodeAt(i), 0x01000193);
  return mulberry32(hash)();
}

/** How often something happens that happens `mean` times on average (Poisson, by Knuth's method). */
export function timesOf(mean: number, random: Random): number {
  const limit = Math.exp(-mean);
  let times = 0;
  for (let product = random(); product > limit; product *= random()) times += 1;
  return times;
}

export function seedFrom(random: Random): number {
  return Math.floor(random() * 4294967296) | 0;
}
