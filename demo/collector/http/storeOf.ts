import type { FastifyRequest } from 'fastify';
import { invalid } from './problem.ts';

/** True for a text that can be a store's name. */
export function isStoreName(text: unknown): text is string {
  return typeof text === 'string' && /^[a-z0-9-]{1,60}$/.test(text);
}

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

/**
 * The store that `?store=` names, or the usual one.
 *
 * @throws {Problem} 422 where there is neither
 */
export function storeOf(request: FastifyRequest, usual: string | undefined): string {
  const store = storeNamed(request) ?? usual;
  if (store === undefined) throw invalid(422, [{ field: 'store', code: 'store.missing' }]);
  return store;
}

/** The store that a body names; the address may repeat it, and must not contradict it. */
export function storeOfBody(request: FastifyRequest, store: string): string {
  if ((storeNamed(request) ?? store) !== store) throw invalid(422, [{ field: 'store', code: 'store.differs' }]);
  return store;
}
