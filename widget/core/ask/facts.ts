/** Whether a path, or a folder that contains it, fits one of the patterns; `*` stands for any text. */
export function isTargeted(
  path: string,
  target: { include: readonly unknown[]; exclude: readonly unknown[] },
): boolean {
  const fits = (pattern: unknown) =>
    typeof pattern === 'string' &&
    new RegExp(`^${pattern.replace(/\W/g, '\\$&').replace(/\\\*/g, '.*')}([./].*)?$`, 'i').test(path);
  return target.include.some(fits) && !target.exclude.some(fits);
}
