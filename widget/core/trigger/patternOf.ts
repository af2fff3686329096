/** `*` stands for any text, and case is ignored. */
export function patternOf(text: string): RegExp {
  return new RegExp(`^${text.replace(/\W/g, '\\$&').replace(/\\\*/g, '.*')}$`, 'i');
}
