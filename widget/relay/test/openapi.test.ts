import { describe, expect, it } from 'vitest';
import { klaviyoRevision } from '../klaviyo/api.ts';
import openapi from './klaviyo.openapi.json' with { type: 'json' };
import { filterFields, parameterNames, schemaFaults } from './openapi.ts';

const profile = (attributes: object) => ({ data: { type: 'profile', attributes } });

describe('the extract of the published OpenAPI', () => {
  it('has the revision that the relay uses', () => {
    expect(openapi.info.version).toBe(klaviyoRevision);
    expect(openapi['x-copied-from'].revision).toBe(klaviyoRevision);
  });

  it.each([
    ['a misspelt attribute', profile({ phone: '+447700900982' })],
    ['a wrong type', { data: { type: 'profiles', attributes: {} } }],
    ['a number for a text', profile({ email: 7 })],
    ['no attributes', { data: { type: 'profile' } }],
    ['nothing', undefined],
  ])('refuses %s', (_what, body) => {
    expect(schemaFaults('/api/profiles', 'post', 'request', body)).not.toEqual([]);
  });

  it('accepts what it describes', () => {
    expect(schemaFaults('/api/profiles', 'post', 'request', profile({ email: 'a@b.co', first_name: null }))).toEqual(
      [],
    );
    expect(filterFields()).toEqual(expect.arrayContaining(['id', 'email', 'phone_number', 'external_id', '_kx']));
    expect(parameterNames('/api/profiles', 'get')).toContain('additional-fields[profile]');
  });
});
