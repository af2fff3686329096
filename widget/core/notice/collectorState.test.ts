import { describe, expect, test } from 'vitest';
import type { Ping } from '../ports.ts';
import { stateOf } from './collectorState.ts';

const answered = (status: number, contentType = 'application/json'): Ping => ({
  kind: 'answered',
  status,
  contentType,
});

describe('a collector that takes submissions answers', () => {
  // Whatever it thinks of an empty ping is an answer of a collector.
  test.each([200, 202, 204, 400, 409, 410, 413, 422, 429, 500, 503])('by %i', (status) => {
    expect(stateOf(answered(status))).toEqual({ kind: 'answers' });
  });

  test.each(['', 'application/problem+json; charset=utf-8', 'text/plain'])('in %o', (contentType) => {
    expect(stateOf(answered(200, contentType))).toEqual({ kind: 'answers' });
  });

  test('though its refusal is written as a page', () => {
    expect(stateOf(answered(503, 'text/html'))).toEqual({ kind: 'answers' });
  });
});

describe('an address that is no collector’s', () => {
  test.each([401, 403, 404, 405])('is told by its status %i, whatever it is written in', (status) => {
    expect(stateOf(answered(status))).toEqual({ kind: 'status', status });
    expect(stateOf(answered(status, 'text/html'))).toEqual({ kind: 'status', status });
  });

  test.each(['text/html', 'text/html; charset=utf-8', 'TEXT/HTML'])(
    'is a web page when it answers %o',
    (contentType) => {
      expect(stateOf(answered(200, contentType))).toEqual({ kind: 'page' });
    },
  );
});

test.each(['blocked', 'refused', 'unreachable'] as const)('what never came to an answer stays %s', (kind) => {
  expect(stateOf({ kind })).toEqual({ kind });
});
