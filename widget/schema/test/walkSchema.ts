import { wholeSubmission } from './wholeSubmission.ts';

/** The keywords of JSON Schema that matter here. */
export interface Rule {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly maxProperties?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Rule>>;
  readonly additionalProperties?: Rule | boolean;
  readonly items?: Rule;
  readonly $defs?: Readonly<Record<string, Rule>>;
}

export type Path = readonly (string | number)[];

/** A place that the schema describes. */
export interface Place {
  readonly path: Path;
  readonly rule: Rule;
  /** Whether it may be left out; undefined for an item of a list. */
  readonly isRequired: boolean | undefined;
}

/** Every place of the schema, with the path at which the whole submission has it. */
export function walkSchema(schema: Rule, path: Path = [], defs = schema.$defs ?? {}): Place[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const at = [...path, name];
    const rule = followed(property, defs);
    const isRequired = schema.required?.includes(name) ?? false;
    const item = rule.items && followed(rule.items, defs);
    const inList = item
      ? [{ path: [...at, 0], rule: item, isRequired: undefined }, ...walkSchema(item, [...at, 0], defs)]
      : [];
    return [{ path: at, rule, isRequired }, ...walkSchema(rule, at, defs), ...inList];
  });
}

function followed(rule: Rule, defs: Readonly<Record<string, Rule>>): Rule {
  return rule.$ref ? { ...defs[rule.$ref.replace('#/$defs/', '')], ...rule } : rule;
}

/** What the whole submission has at a place. */
export function valueAt(path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown> | undefined)?.[key],
    wholeSubmission,
  );
}

/** The whole submission with another value at a place, or with nothing there. */
export function changedAt(path: Path, change: unknown, value: unknown = wholeSubmission): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  if (rest.length === 0 && change === undefined) delete copy[key];
  else copy[key] = changedAt(rest, change, copy[key]);
  return copy;
}
