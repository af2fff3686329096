import type { FieldError } from '../../core/submission/answer.ts';

/** The keywords of JSON Schema that the published schema uses; a test fails when it uses another one. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: 'object' | 'array' | 'string' | 'boolean' | 'integer';
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly maxProperties?: number;
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

type Found = (path: readonly string[], keyword: string) => void;
type Json = Readonly<Record<string, unknown>>;

/**
 * Checks a value against the published schema by reading the schema itself. So the two cannot drift apart, nothing is
 * generated, and it also runs where code may not be made from text, as on Workers.
 */
export function schemaErrors(
  schema: Schema & { readonly $defs?: Readonly<Record<string, Schema>> },
  value: unknown,
): FieldError[] {
  const errors = new Map<string, FieldError>();
  const found: Found = (path, keyword) => {
    // Errors inside a list are reported at the list.
    const list = path.findIndex((part) => /^\d+$/.test(part));
    const field = (list < 0 ? path : path.slice(0, list)).join('.');
    errors.set(`${field} ${keyword}`, { field, code: `schema.${keyword}` });
  };
  check(schema, value, [], found, schema.$defs ?? {});
  return [...errors.values()].slice(0, 20);
}

function check(
  schema: Schema,
  value: unknown,
  path: readonly string[],
  found: Found,
  defs: Readonly<Record<string, Schema>>,
): void {
  const target = schema.$ref === undefined ? undefined : defs[schema.$ref.replace('#/$defs/', '')];
  if (target) check(target, value, path, found, defs);
  if (schema.const !== undefined && value !== schema.const) found(path, 'const');
  if (schema.enum && !schema.enum.includes(value)) found(path, 'enum');
  if (schema.type !== undefined && !isOfType(value, schema.type)) found(path, 'type');
  else if (typeof value === 'string') checkText(schema, value, path, found);
  else if (typeof value === 'number') checkNumber(schema, value, path, found);
  else if (Array.isArray(value)) checkList(schema, value, path, found, defs);
  else if (typeof value === 'object' && value !== null) checkObject(schema, value as Json, path, found, defs);
}

function checkNumber({ minimum, maximum }: Schema, value: number, path: readonly string[], found: Found): void {
  if (minimum !== undefined && value < minimum) found(path, 'minimum');
  if (maximum !== undefined && value > maximum) found(path, 'maximum');
}

function checkText(schema: Schema, value: string, path: readonly string[], found: Found): void {
  // The schema counts characters, not the halves of them that JavaScript counts.
  const length = [...value].length;
  if (length < (schema.minLength ?? 0)) found(path, 'minLength');
  if (length > (schema.maxLength ?? Number.POSITIVE_INFINITY)) found(path, 'maxLength');
  else if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) found(path, 'pattern');
}

function checkList(
  { items, maxItems = Number.POSITIVE_INFINITY }: Schema,
  value: readonly unknown[],
  path: readonly string[],
  found: Found,
  defs: Readonly<Record<string, Schema>>,
): void {
  // A list that is too long is not read: its length is the sender's choice.
  if (value.length > maxItems) found(path, 'maxItems');
  else if (items) value.forEach((item, index) => void check(items, item, [...path, String(index)], found, defs));
}

function checkObject(
  schema: Schema,
  value: Json,
  path: readonly string[],
  found: Found,
  defs: Readonly<Record<string, Schema>>,
): void {
  const names = Object.keys(value);
  for (const name of schema.required ?? []) {
    if (!Object.hasOwn(value, name)) found([...path, name], 'required');
  }
  if (names.length > (schema.maxProperties ?? Number.POSITIVE_INFINITY)) found(path, 'maxProperties');
  const { properties = {}, additionalProperties: others } = schema;
  for (const name of names) {
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const rule = known ?? (typeof others === 'object' ? others : undefined);
    // A name that the schema does not know is the sender's choice, and nothing that was sent is repeated.
    if (rule) check(rule, value[name], known ? [...path, name] : path, found, defs);
  }
}

function isOfType(value: unknown, type: NonNullable<Schema['type']>): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  return type === (value === null || Array.isArray(value) ? 'null' : typeof value);
}
