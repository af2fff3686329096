import { Problem } from '../http/problem.ts';

/** Nobody in this store, and nobody who was. The same answer where the store itself is not there. */
export function unknownPerson(): Problem {
  return new Problem(404, 'Nobody is known by that here');
}
