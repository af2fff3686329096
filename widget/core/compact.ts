import { toJson } from './toJson.ts';

/** Plain data in which whatever may be absent may be undefined as well. */
export type Loose<T> = T extends object
  ? { readonly [K in keyof T]: Loose<T[K]> | (object extends Pick<T, K> ? undefined : never) }
  : T;

/** A copy of plain data without what is undefined, as JSON has it. */
export function compact<T extends object>(data: Loose<T>): T {
  return JSON.parse(toJson(data)) as T;
}
