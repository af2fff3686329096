import type { FastifyReply, FastifyRequest } from 'fastify';
import { defaultStore, isStoreName } from '../services.ts';

const cookieName = 'demo_store';

/** The query of a request. Of a name given twice the first one counts. */
export function queryOf(request: FastifyRequest): URLSearchParams {
  return new URL(request.url, 'http://page.invalid').searchParams;
}

/**
 * The store of this request: its query's, else the cookie's, else the usual one. One that the query names is kept by the
 * cookie for the pages that follow.
 */
export function storeOf(request: FastifyRequest, reply: FastifyReply): string {
  const kept = cookieOf(request);
  const asked = queryOf(request).get('store');
  if (!isStoreName(asked)) return kept ?? defaultStore;
  if (asked !== kept) reply.header('set-cookie', `${cookieName}=${asked}; Path=/; SameSite=Lax`);
  return asked;
}

function cookieOf(request: FastifyRequest): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [name = '', value = ''] = pair.trim().split('=');
    if (name === cookieName && isStoreName(value)) return value;
  }
  return undefined;
}

/** A field of a posted form, trimmed and cut to a length that no honest one has; empty where there is none. */
export function fieldOf(body: unknown, name: string): string {
  const value =
    body instanceof URLSearchParams ? body.get(name) : (body as Readonly<Record<string, unknown>> | null)?.[name];
  return typeof value === 'string' ? value.trim().slice(0, 320) : '';
}

/** The store that a form was shown for, which another tab's cookie may not change; else this request's. */
export function storeOfForm(request: FastifyRequest, reply: FastifyReply): string {
  const named = fieldOf(request.body, 'store');
  return isStoreName(named) ? named : storeOf(request, reply);
}
