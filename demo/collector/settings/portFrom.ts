/** @throws {Error} one sentence, where it is no port */
export function portFrom(text: string | undefined, usual: number): number {
  const port = Number(text || usual);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('PORT must be a number up to 65535.');
  return port;
}
