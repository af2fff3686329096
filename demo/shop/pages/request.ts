import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { isStoreName } from '../../collector/http/storeOf.ts';
import { defaultStore } from '../server/services.ts';
import { type Overrides, readOverrides } from './overrides.ts';

const cookieName = 'demo_store';

/** The signup that the shop has in a phone of `/compare`: a plain popup, or the script tag as on other pages. */
type Frame = 'plain' | 'hello';

/** The store and the phone that a page is requested in. */
export interface Visit {
  readonly store: string;
  /** In a phone of `/compare`: without the demo's tour, and with the store named by every address instead of a cookie. */
  readonly frame: Frame | undefined;
}

/** What every page of the shop knows about its request. */
export interface PageContext extends Visit {
  /** The page's path, to mark it in the navigation. */
  readonly path: string;
  readonly overrides: Overrides;
}

/** The query of a request. The first value of a repeated name counts. */
export function queryOf(request: FastifyRequest): URLSearchParams {
  return new URL(request.url, 'http://page.invalid').searchParams;
}

/** The phone that a request is made in, `?frame=plain` or `?frame=hello`. */
export function frameOf(request: FastifyRequest): Frame | undefined {
  const asked = queryOf(request).get('frame');
  return asked === 'plain' || asked === 'hello' ? asked : undefined;
}

/**
 * The store of this request: its query's, else the cookie's, else the usual one. A store in the
 * query is kept by the cookie for later pages, but not in a phone, because both phones share it with the visitor's own shop.
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

/** A field of a posted form without control characters, trimmed and cut to a generous length, or empty. */
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

/** The store that a form was shown for, because another tab may have changed the cookie since; otherwise this request's. */
export function storeOfForm(request: FastifyRequest, reply: FastifyReply): string {
  const named = fieldOf(request.body, 'store');
  return isStoreName(named) ? named : storeOf(request, reply);
}

/** The host names of the shop and the forum on a developer's computer: the forum has to be another site. */
const shopHost = 'localhost';
const forumHost = '127.0.0.1';

/** Where a request reached this server. */
function originHere(request: FastifyRequest): URL {
  return new URL(`${request.protocol}://${request.host}`);
}

/** The forum's origin, for the shop; undefined where this server has no second host name. */
export function forumOrigin(request: FastifyRequest): string | undefined {
  return renamed(request, shopHost, forumHost);
}

/** The shop's origin, for the forum; undefined for a request to another host name than the forum's. */
export function shopOrigin(request: FastifyRequest): string | undefined {
  return renamed(request, forumHost, shopHost);
}

function renamed(request: FastifyRequest, from: string, to: string): string | undefined {
  const here = originHere(request);
  if (here.hostname !== from) return undefined;
  here.hostname = to;
  return here.origin;
}

/** This server's origin, with the host name of the request. */
export function ownOrigin(request: FastifyRequest): string {
  return originHere(request).origin;
}

/**
 * Sends a page. `no-cache` and not `no-store`, because browsers do not restore a page with `no-store` by the back button, and
 * the popup's behaviour then should be visible.
 */
export function sendPage(reply: FastifyReply, page: VNode, status = 200): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'private, no-cache')
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>${render(page)}`);
}

/** In the small phones of `/compare` the popup opens completely, like the plain one beside it. */
function framed(overrides: Overrides, frame: string | undefined): Overrides {
  return frame ? { ...overrides, attributes: { 'data-layout': 'modal', ...overrides.attributes } } : overrides;
}

/** What a page knows about its request; also keeps the store in its cookie. */
export function contextOf(request: FastifyRequest, reply: FastifyReply): PageContext {
  const query = queryOf(request);
  const path = request.url.split('?', 1)[0] ?? '/';
  // A visitor who has just arrived should see the shop and the tour first.
  const isTourStart = path === '/' && !query.has('ha_id') && !frameOf(request);
  return {
    store: storeOf(request, reply),
    frame: frameOf(request),
    path,
    overrides: framed(readOverrides(query, isTourStart ? 8_000 : 600), frameOf(request)),
  };
}
