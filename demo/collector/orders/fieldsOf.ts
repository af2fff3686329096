import { invalid } from '../http/problem.ts';

const longestText = 320;
const longestId = 100;

/** The fields of a part of an order. Each reading throws a 422 that names the field when something else stands there. */
export interface Fields {
  /** Shops send null, an empty text, or nothing, for what the buyer left empty: all of them are undefined. */
  text(name: string): string | undefined;
  /** A number or a text, as text. */
  id(name: string): string | undefined;
  /** A part that is not there has no fields. */
  part(name: string): Fields;
}

/** Reads a JSON value as an object, by its own members only: a body may carry `__proto__` or `constructor`. */
export function fieldsOf(value: unknown, path = ''): Fields {
  const refuse = (field: string, code: string) => invalid(422, [{ field, code }]);
  if (typeof value !== 'object' || Array.isArray(value)) throw refuse(path || 'body', 'order.shape');
  const at = (name: string): unknown =>
    value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : null;
  const pathOf = (name: string) => (path ? `${path}.${name}` : name);
  return {
    text(name) {
      const found = at(name);
      if (found === null || found === '') return undefined;
      if (!isText(found, longestText)) throw refuse(pathOf(name), 'order.text');
      return found;
    },
    id(name) {
      const found = at(name);
      if (found === null) return undefined;
      // A larger one was rounded when it was read, and may be another order's by now.
      if (typeof found === 'number' && Number.isSafeInteger(found)) return String(found);
      if (!isText(found, longestId)) throw refuse(pathOf(name), 'order.id');
      return found;
    },
    part: (name) => fieldsOf(at(name), pathOf(name)),
  };
}

/** A database takes no control characters, and no shop sends any. */
function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= most && !/\p{Cc}/u.test(value);
}
