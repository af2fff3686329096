type Bag = { readonly [name: string]: unknown };

/**
 * A template with every given value that has the shape of the template's: the same type, a list for a list. Groups are
 * completed in turn, and further members of a group are kept. What has another shape is dropped, so that nothing that
 * came from outside can break the code behind. Never throws.
 */
export function complete<T extends object>(template: T, given: unknown): T {
  const result: Record<string, unknown> = { ...(given as Bag) };
  for (const [name, value] of Object.entries(template)) {
    const own = (given as Bag | undefined)?.[name];
    const isAlike = typeof own === typeof value && own !== null && Array.isArray(own) === Array.isArray(value);
    const isGroup = typeof value === 'object' && !Array.isArray(value);
    result[name] = !isAlike ? value : isGroup ? complete(value as object, own) : own;
  }
  return result as T;
}
