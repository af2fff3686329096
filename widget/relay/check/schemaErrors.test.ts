import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import schema from '../../schema/submission.v1.json' with { type: 'json' };
import { penny, submissionOf } from '../test/submissionOf.ts';
import { type Schema, schemaErrors } from './schemaErrors.ts';

const isSubmission = new Ajv2020({ allErrors: true, strict: true }).compile(schema);
const errorsOf = (value: unknown) => schemaErrors(schema as Schema, value);

/** Every place in a value, as a path. */
function places(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [path, ...[...keys].flatMap((key) => places((value as never)[key], [...path, key]))];
}

/** A copy with another value in one place, or without it. */
function withChange(value: unknown, [key, ...path]: readonly (string | number)[], change: unknown): unknown {
  if (key === undefined) return change;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  if (path.length === 0 && change === undefined && Array.isArray(copy)) copy.splice(Number(key), 1);
  else if (path.length === 0 && change === undefined) delete copy[key];
  else copy[key] = withChange(copy[key], path, change);
  return copy;
}

describe('schemaErrors', () => {
  it('knows every keyword that the schema uses', () => {
    const known =
      /^(\$schema|\$id|\$defs|title|description|\$ref|type|const|enum|required|properties|additionalProperties|maxProperties|items|maxItems|minimum|maximum|minLength|maxLength|pattern)$/;
    const words = (node: object): string[] =>
      Object.entries(node).flatMap(([word, value]) => {
        const inner = word === 'properties' || word === '$defs' ? Object.values(value) : [value];
        return [word, ...inner.filter((part) => typeof part === 'object' && !Array.isArray(part)).flatMap(words)];
      });
    expect(words(schema).filter((word) => !known.test(word))).toEqual([]);
    expect(new Set(words(schema)).size).toBeGreaterThan(12);
  });

  it('agrees with ajv about every possible error', () => {
    const whole = submissionOf({ email: penny, phone: '+447700900982', identifiers: [{ issuer: 'own', value: 'x' }] });
    const submission = {
      ...whole,
      contact: { ...whole.contact, fields: { firstName: 'Penny' } },
      replaces: { consentId: whole.id },
      widget: { ...whole.widget, filledIn: 4200, trap: '' },
      page: { ...whole.page, utm: { source: 'mail' }, timeZone: 'Europe/London' },
      context: { any: [1] },
    };
    const anything = fc.oneof(
      fc.constantFrom(undefined, null, '', 0, -1, 1.5, true, [], {}, '💬'.repeat(61), 'x'.repeat(5000), { future: 1 }),
      fc.constant(Array.from({ length: 50 }, () => 'x')),
      fc.constant(Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`f${n}`, 'x']))),
      fc.jsonValue(),
    );
    const seen = { valid: 0, invalid: 0 };
    fc.assert(
      fc.property(fc.constantFrom(...places(submission)), anything, (path, change) => {
        const value = withChange(submission, path, change);
        const isValid = isSubmission(value);
        seen[isValid ? 'valid' : 'invalid'] += 1;
        expect(errorsOf(value).length === 0).toBe(isValid);
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(50);
  });

  it('names the field, or the list for an error inside one', () => {
    const submission = submissionOf({ email: penny });
    const { test: _, ...withoutTest } = submission;
    expect(errorsOf(withoutTest)).toEqual([{ field: 'test', code: 'schema.required' }]);
    const broken = { ...submission, contact: { email: 'penny' }, consents: [{ ...submission.consents[0], locale: 1 }] };
    expect(errorsOf(broken)).toEqual([
      { field: 'contact.email', code: 'schema.pattern' },
      { field: 'consents', code: 'schema.type' },
    ]);
  });

  it('repeats no name that the sender chose', () => {
    const submission = submissionOf({ email: penny });
    const contact = { ...submission.contact, fields: { [penny]: 1, 12: 1 } };
    expect(errorsOf({ ...submission, contact })).toEqual([{ field: 'contact.fields', code: 'schema.type' }]);
  });

  it('reports no more than twenty errors', () => {
    const consents = [{}, {}];
    const everything = { ...Object.fromEntries(Object.keys(schema.properties).map((name) => [name, 7])), consents };
    expect(errorsOf(everything).length).toBeLessThanOrEqual(20);
  });
});
