import { describe, expect, test } from 'vitest';
import type { Ping } from '../ports.ts';
import { stateOf } from './collectorState.ts';

const answered = (status: number, contentType = 'application/json'): Ping => ({
  kind: 'answered',
  status,
  contentType,
});

describe('a working collector is recognised', () => {
  // Whatever it thinks of an empty ping is an answer of a collector.
  test.each([200, 202, 204, 400, 409, 410, 413, 422, 429, 500, 503])('by the status %i', (status) => {
    expect(stateOf(answered(status))).toEqual({ kind: 'answers' });
  });

  test.each(['', 'application/problem+json; charset=utf-8', 'text/plain'])('by the content type %o', (contentType) => {
    expect(stateOf(answered(200, contentType))).toEqual({ kind: 'answers' });
  });

  test('though its refusal is a web page', () => {
    expect(stateOf(answered(503, 'text/html'))).toEqual({ kind: 'answers' });
  });
});

describe('an address that is no collector’s', () => {
  test.each([401, 403, 404, 405])('is recognised by its status %i, whatever the content type', (status) => {
    expect(stateOf(answered(status))).toEqual({ kind: 'status', status });
    expect(stateOf(answered(status, 'text/html'))).toEqual({ kind: 'status', status });
  });

  test.each(['text/html', 'text/html; charset=utf-8', 'TEXT/HTML'])(
    'is recognised by a web page of the type %o',
    (contentType) => {
      expect(stateOf(answered(200, contentType))).toEqual({ kind: 'page' });
    },
  );
});

test.each(['blocked', 'refused', 'unreachable'] as const)('a request without an answer stays %s', (kind) => {
  expect(stateOf({ kind })).toEqual({ kind });
});
