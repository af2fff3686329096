import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { isStoreName } from '../../collector/http/storeOf.ts';
import { defaultStore } from '../server/services.ts';
import { type Overrides, readOverrides } from './overrides.ts';

const cookieName = 'demo_store';

/** Which signup the shop carries in a phone of `/compare`: a plain popup, or the script tag as everywhere. */
type Frame = 'plain' | 'hello';

/** What a page is asked for in. */
export interface Visit {
  readonly store: string;
  /** In a phone of `/compare`: without the demo's tour, and with the store named by every address instead of a cookie. */
  readonly frame: Frame | undefined;
}

/** What every page of the shop is told about its request. */
export interface PageContext extends Visit {
  /** The page's path, to mark it in the navigation. */
  readonly path: string;
  readonly overrides: Overrides;
}

/** The query of a request. Of a name given twice the first one counts. */
export function queryOf(request: FastifyRequest): URLSearchParams {
  return new URL(request.url, 'http://page.invalid').searchParams;
}

/** The phone that a request is made in, `?frame=plain` or `?frame=hello`. */
export function frameOf(request: FastifyRequest): Frame | undefined {
  const asked = queryOf(request).get('frame');
  return asked === 'plain' || asked === 'hello' ? asked : undefined;
}

/**
 * The store of this request: its query's, else the cookie's, else the usual one. One that the query names is kept by the
 * cookie for the pages that follow, but not in a phone: there are two of them, and the visitor's own shop.
 */
export function storeOf(request: FastifyRequest, reply: FastifyReply): string {
  const kept = cookieOf(request);
  const asked = queryOf(request).get('store');
  if (!isStoreName(asked)) return kept ?? defaultStore;
  if (asked !== kept && !frameOf(request)) reply.header('set-cookie', `${cookieName}=${asked}; Path=/; SameSite=Lax`);
  return asked;
}

function cookieOf(request: FastifyRequest): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [name = '', value = ''] = pair.trim().split('=');
    if (name === cookieName && isStoreName(value)) return value;
  }
  return undefined;
}

/** A field of a posted form without control characters, trimmed and cut to a length that no honest one has, or empty. */
export function fieldOf(body: unknown, name: string): string {
  const value =
    body instanceof URLSearchParams ? body.get(name) : (body as Readonly<Record<string, unknown>> | null)?.[name];
  return typeof value === 'string'
    ? value
        .replaceAll(/\p{Cc}/gu, '')
        .trim()
        .slice(0, 320)
    : '';
}

/** The store that a form was shown for, which another tab's cookie may not change; else this request's. */
export function storeOfForm(request: FastifyRequest, reply: FastifyReply): string {
  const named = fieldOf(request.body, 'store');
  return isStoreName(named) ? named : storeOf(request, reply);
}

/** The shop's name on a computer of one's own, and the forum's: somebody else's site has to lie on another host. */
const shopHost = 'localhost';
const forumHost = '127.0.0.1';

/** Where a request reached this server. */
function originHere(request: FastifyRequest): URL {
  return new URL(`${request.protocol}://${request.host}`);
}

/** The forum's origin, seen from the shop; undefined where this server has no second name. */
export function forumOrigin(request: FastifyRequest): string | undefined {
  return renamed(request, shopHost, forumHost);
}

/** The shop's origin, seen from the forum; undefined for a request that did not come to the forum's name. */
export function shopOrigin(request: FastifyRequest): string | undefined {
  return renamed(request, forumHost, shopHost);
}

function renamed(request: FastifyRequest, from: string, to: string): string | undefined {
  const here = originHere(request);
  if (here.hostname !== from) return undefined;
  here.hostname = to;
  return here.origin;
}

/** This server's origin, by the name it was asked under. */
export function ownOrigin(request: FastifyRequest): string {
  return originHere(request).origin;
}

/**
 * Sends a page. `no-cache` and not `no-store`: a page that may not be stored is not restored by the browser's back button
 * either, and the popup's behaviour there is to be seen.
 */
export function sendPage(reply: FastifyReply, page: VNode, status = 200): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'private, no-cache')
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>${render(page)}`);
}

/** In the small phones of `/compare` the popup opens whole, as the plain one beside it does. */
function framed(overrides: Overrides, frame: string | undefined): Overrides {
  return frame ? { ...overrides, more: { 'data-layout': 'modal', ...overrides.more } } : overrides;
}

/** What a page is told about its request; keeps the store by its cookie. */
export function contextOf(request: FastifyRequest, reply: FastifyReply): PageContext {
  const query = queryOf(request);
  const path = request.url.split('?', 1)[0] ?? '/';
  // Whoever has just come in shall see the shop and the tour first.
  const isTourStart = path === '/' && !query.has('ha_id') && !frameOf(request);
  return {
    store: storeOf(request, reply),
    frame: frameOf(request),
    path,
    overrides: framed(readOverrides(query, isTourStart ? 8_000 : 600), frameOf(request)),
  };
}
