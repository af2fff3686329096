/** A wrong or missing option: which, what was given, what is expected. */
export class ConfigError extends Error {
  declare readonly option: string;
  declare readonly received: unknown;
  declare readonly expected: string;

  constructor(option: string, received: unknown, expected: string) {
    super(`hello-again: option \`${option}\` is ${shown(received)}; expected ${expected}`);
    // Assigned, not declared with values: down-levelled class fields would cost the entry script a helper.
    Object.assign(this, { name: 'ConfigError', option, received, expected });
  }
}

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'function') return 'a function';
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, 80);
  } catch {
    // A BigInt, or an object that holds itself.
    return `a ${typeof value} that cannot be shown`;
  }
}
