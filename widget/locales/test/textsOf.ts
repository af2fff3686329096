/** Every text of a catalogue with the path that names it. */
export function textsOf(value: object, path = ''): [path: string, text: string][] {
  return Object.entries(value).flatMap(([name, text]) =>
    typeof text === 'string' ? [[`${path}${name}`, text]] : textsOf(text as object, `${path}${name}.`),
  );
}
