import { invalid } from '../http/problem.ts';

/** The shapes of order webhooks that are understood. */
export type ShapeName = 'shopify' | 'woocommerce' | 'plain';

/** An order as it came in; what the buyer left empty is undefined. */
export interface ShopOrder {
  /** Never the same for orders of two shapes. */
  readonly id: string;
  readonly email?: string | undefined;
  /** As it was written. */
  readonly phone?: string | undefined;
  readonly name?: string | undefined;
  /** ISO 3166 code of the buyer's address: where a number without a calling code belongs. */
  readonly country?: string | undefined;
  /** When it was placed, by the shop's clock, ISO 8601. */
  readonly placedAt?: string | undefined;
}

/** How one kind of shop tells of an order. All of them sign the bytes of the body with HMAC-SHA256, in base64. */
export interface OrderShape {
  readonly name: ShapeName;
  /** In lower case, as Node gives header names. It also tells which shape a webhook has. */
  readonly signatureHeader: string;
  /** Names what happened, and what it says of a new order. A shape without it sends nothing else. */
  readonly topic?: { readonly header: string; readonly newOrder: string };
  /**
   * Whether a body is something else that the same shop signs: the topic is a header, and no signature covers it.
   *
   * @default never
   */
  isOther?(body: unknown): boolean;
  /** @throws {Problem} 422 where the body is no order */
  read(body: unknown): ShopOrder;
}

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

/** `first_name` and `last_name` as one text, where there is either. */
export function fullName(part: Fields): string | undefined {
  const names = [part.text('first_name'), part.text('last_name')].filter((name) => name !== undefined);
  return names.length > 0 ? names.join(' ') : undefined;
}

/**
 * An order's id with its shape's name before it: two shops of one store may both have an order 1001.
 *
 * @throws {Problem} 422 where there is no id
 */
export function idWith(shape: ShapeName, id: string | undefined): string {
  if (id === undefined) throw invalid(422, [{ field: 'id', code: 'order.id' }]);
  return `${shape}:${id}`;
}
