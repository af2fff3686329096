import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import openapi from './klaviyo.openapi.json' with { type: 'json' };

type Json = { readonly [name: string]: unknown };
type Method = 'get' | 'post' | 'patch';

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * OpenAPI 3.0 as JSON Schema: `nullable` written out, and where it is to be strict, objects closed. The published schemas
 * leave them open, and a misspelt attribute would pass.
 */
function toJsonSchema(node: unknown, isStrict: boolean): unknown {
  const inner = (part: unknown) => toJsonSchema(part, isStrict);
  if (Array.isArray(node)) return node.map(inner);
  if (!isJson(node)) return node;
  const { nullable, ...rest } = node;
  const entries = Object.entries(rest).map(([name, value]) =>
    name === 'properties' && isJson(value)
      ? [name, Object.fromEntries(Object.entries(value).map(([key, schema]) => [key, inner(schema)]))]
      : [name, inner(value)],
  );
  const schema = Object.fromEntries(entries) as Json;
  const isClosed = isStrict && schema.type === 'object' && isJson(schema.properties);
  const closed = isClosed ? { ...schema, additionalProperties: false } : schema;
  return nullable === true ? { anyOf: [closed, { type: 'null' }] } : closed;
}

const { paths, components } = openapi as unknown as {
  readonly paths: Json;
  readonly components: Json;
};

const requests = new Ajv2020({ strict: false, allErrors: true });
// It is CommonJS, whose default is wrapped where Node runs it and not where this is bundled.
((addFormats as unknown as { default?: typeof addFormats.default }).default ?? addFormats)(requests as never);
requests.addSchema({ $id: 'klaviyo', components: toJsonSchema(components, true) });

// The times in answers are described without a zone, and said to be of a format that has one.
const answers = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
answers.addSchema({ $id: 'klaviyo', components: toJsonSchema(components, false) });

const compiled = new Map<string, ValidateFunction>();

/** What is wrong with a body by the published schema; empty without a schema. */
export function schemaFaults(path: string, method: Method, part: 'request' | '200' | '201', body: unknown): string[] {
  const operation = (paths[path] as Json | undefined)?.[method] as Json | undefined;
  if (!operation) return [`${method} ${path} is not in the extract`];
  const holder = part === 'request' ? operation.requestBody : (operation.responses as Json)[part];
  const content = (holder as Json | undefined)?.content as Json | undefined;
  const schema = (content?.['application/vnd.api+json'] as Json | undefined)?.schema;
  if (!schema) return body === undefined ? [] : [`${method} ${path} has no body`];
  const key = `${method} ${path} ${part}`;
  const ajv = part === 'request' ? requests : answers;
  const validate = compiled.get(key) ?? ajv.compile(toJsonSchema(absolute(schema), part === 'request') as Json);
  compiled.set(key, validate);
  validate(body);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${key}: ${instancePath} ${message}`);
}

/** What `GET /api/profiles` can filter by: `email`: `any`, `equals` … */
export function filterFields(): readonly string[] {
  const operation = (paths['/api/profiles'] as Json).get as { readonly parameters: readonly Json[] };
  const filter = operation.parameters.find(({ name }) => name === 'filter');
  return [...String(filter?.description).matchAll(/`([\w.]+)`: [^<]*`equals`/g)].map(([, name = '']) => name);
}

/** Parameters of an operation. */
export function parameterNames(path: string, method: Method): readonly string[] {
  const operation = (paths[path] as Json)[method] as { readonly parameters: readonly { readonly name: string }[] };
  return operation.parameters.map(({ name }) => name);
}

function absolute(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(absolute);
  if (!isJson(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [
      name,
      name === '$ref' ? String(value).replace('#/', 'klaviyo#/') : absolute(value),
    ]),
  );
}
