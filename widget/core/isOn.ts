/** A flag as an option or an attribute says it. */
export function isOn(flag: unknown): boolean {
  return flag === true || (typeof flag === 'string' && flag !== 'false');
}
