import type { FastifyRequest } from 'fastify';
import { defaultStore, isStoreName } from '../services.ts';
import { invalid } from './problem.ts';

/**
 * The store that `?store=` names.
 *
 * @throws {Problem} 422 where it cannot be the name of one
 */
export function storeNamed(request: FastifyRequest): string | undefined {
  const { store } = request.query as Record<string, unknown>;
  if (store === undefined) return undefined;
  if (!isStoreName(store)) throw invalid(422, [{ field: 'store', code: 'store.name' }]);
  return store;
}

export function storeOf(request: FastifyRequest): string {
  return storeNamed(request) ?? defaultStore;
}

/** The store that a body names; the address may repeat it, and must not contradict it. */
export function storeOfBody(request: FastifyRequest, store: string): string {
  if ((storeNamed(request) ?? store) !== store) throw invalid(422, [{ field: 'store', code: 'store.differs' }]);
  return store;
}
