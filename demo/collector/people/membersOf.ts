import { invalid } from '../http/problem.ts';

/**
 * The members of a body.
 *
 * @throws {Problem} 422 where it is no object, or has a member that nobody asks for: a misspelt one must not be passed over
 */
export function membersOf(body: unknown, known: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalid(422, [{ field: 'body', code: 'people.shape' }]);
  }
  if (Object.keys(body).some((name) => !known.includes(name))) {
    throw invalid(422, [{ field: 'body', code: 'people.unknown', message: `It may have ${known.join(', ')}.` }]);
  }
  return body as Record<string, unknown>;
}
