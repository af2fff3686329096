import { invalid } from '../http/problem.ts';
import type { ShapeName } from './order.ts';

/**
 * An order's id with its shape's name before it: two shops of one store may both have an order 1001.
 *
 * @throws {Problem} 422 where there is no id
 */
export function idWith(shape: ShapeName, id: string | undefined): string {
  if (id === undefined) throw invalid(422, [{ field: 'id', code: 'order.id' }]);
  return `${shape}:${id}`;
}
