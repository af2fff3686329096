/**
 * A setting that is a whole number.
 *
 * @throws {Error} one sentence, where it is none
 */
export function numberFrom(name: string, text: string | undefined, usual: number, least = 0): number {
  if (!text) return usual;
  const number = Number(text);
  if (/^\d{1,9}$/.test(text) && number >= least) return number;
  throw new Error(`${name} must be a whole number, ${least} or more.`);
}
