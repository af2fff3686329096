type Bag = { readonly [name: string]: unknown };

/**
 * A template with every given value that has the shape of the template's: the same type, a list for a list. Groups are
 * completed in turn, and other members of a group are kept. A text where the template has something else is read as
 * what attributes say: a number, `false` or anything else for a flag, a list separated by commas. What has another
 * shape is dropped, so that nothing that came from outside can break the code behind. Never throws.
 */
export function complete<T extends object>(template: T, given: unknown): T {
  const result: Record<string, unknown> = { ...(given as Bag) };
  for (const [name, value] of Object.entries(template)) {
    const own = read(result[name], value);
    const kind = kindOf(value);
    const fitting = kindOf(own) === kind ? own : value;
    result[name] = kind === 'object' ? complete(value as object, fitting) : fitting;
  }
  return result as T;
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : value === null || Number.isNaN(value) ? 'nothing' : typeof value;
}

function read(given: unknown, value: unknown): unknown {
  if (typeof given !== 'string' || typeof value === 'string') return given;
  if (typeof value === 'number') return given.trim() ? +given : Number.NaN;
  if (typeof value === 'boolean') return given !== 'false';
  return given
    .trim()
    .split(/\s*,\s*/)
    .filter(Boolean);
}
