import { Ajv2020 } from 'ajv/dist/2020.js';
import { invalid } from '../http/problem.ts';
import { isStoreName } from '../http/storeOf.ts';
import type { SentIdentifier } from './lookUp.ts';

interface Lookup {
  readonly version: 1;
  readonly store: string;
  readonly identifiers: readonly SentIdentifier[];
}

const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength });

const isLookup = new Ajv2020().compile<Lookup>({
  type: 'object',
  required: ['version', 'store', 'identifiers'],
  properties: {
    version: { const: 1 },
    store: text(100),
    identifiers: {
      type: 'array',
      maxItems: 20,
      items: {
        type: 'object',
        required: ['field', 'issuer', 'value'],
        properties: { field: { enum: ['profile', 'email', 'phone'] }, issuer: text(40), value: text(2000) },
      },
    },
  },
});

/** @throws {Problem} 422 where the body is no lookup */
export function checkLookup(body: unknown): Lookup {
  if (isLookup(body) && isStoreName(body.store)) return body;
  const field = isLookup.errors?.[0]?.instancePath.slice(1).replaceAll('/', '.') ?? 'store';
  throw invalid(422, [{ field: field || 'body', code: 'lookup.shape' }]);
}
