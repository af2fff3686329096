import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pingCollector } from './pingCollector.ts';

const url = 'https://collect.example.com/v1/submissions';

/** A document that counts who listens to it. */
class Page extends EventTarget {
  listeners = 0;

  override addEventListener(name: string, callback: EventListener): void {
    this.listeners += 1;
    super.addEventListener(name, callback);
  }

  override removeEventListener(name: string, callback: EventListener): void {
    this.listeners -= 1;
    super.removeEventListener(name, callback);
  }

  /** As the browser tells of a request that the page's policy forbids. */
  violate(effectiveDirective: string): void {
    this.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), { effectiveDirective }));
  }
}

let page: Page;

beforeEach(() => {
  page = new Page();
  vi.stubGlobal('document', page);
});

afterEach(() => vi.unstubAllGlobals());

type Answer = (init: RequestInit) => Response | Promise<Response>;

/** Answers the requests one after the other. */
function answerWith(...answers: Answer[]) {
  const fetch = vi.fn(async (_url: string, init: RequestInit) => {
    const answer = answers.shift();
    if (!answer) throw new Error('one request too many');
    return answer(init);
  });
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

const fail: Answer = () => Promise.reject(new TypeError('Failed to fetch'));
const opaque: Answer = () => Response.error();

test('the ping is posted like a submission, and has no personal data', async () => {
  const fetch = answerWith(() => new Response(null, { status: 204 }));
  await pingCollector(url);
  expect(fetch.mock.calls).toEqual([
    [
      url,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"version":1,"ping":true}',
        credentials: 'omit',
      },
    ],
  ]);
});

describe('every answer is an answer', () => {
  test.each<[number, string]>([
    [200, 'application/json'],
    [422, 'application/problem+json'],
    [404, 'text/html; charset=utf-8'],
    [503, ''],
  ])('%i in %o', async (status, contentType) => {
    const headers = new Headers(contentType ? { 'content-type': contentType } : {});
    answerWith(() => new Response(null, { status, headers }));
    expect(await pingCollector(url)).toEqual({ kind: 'answered', status, contentType });
  });
});

describe('a missing answer', () => {
  test('is a refusal where a request without reading the answer succeeds', async () => {
    const fetch = answerWith(fail, opaque);
    expect(await pingCollector(url)).toEqual({ kind: 'refused' });
    expect(fetch.mock.calls[1]).toEqual([url, { mode: 'no-cors', credentials: 'omit' }]);
  });

  test('is an unreachable collector where that request fails as well', async () => {
    answerWith(fail, fail);
    expect(await pingCollector(url)).toEqual({ kind: 'unreachable' });
  });

  test('is the page’s policy where the browser reports a violation, even a turn later', async () => {
    answerWith(fail, () => {
      page.violate('connect-src');
      return Promise.reject(new TypeError('Failed to fetch'));
    });
    expect(await pingCollector(url)).toEqual({ kind: 'blocked' });
  });

  test('is not the page’s policy when the violation is about something else', async () => {
    answerWith(() => {
      page.violate('img-src');
      return Promise.reject(new TypeError('Failed to fetch'));
    }, fail);
    expect(await pingCollector(url)).toEqual({ kind: 'unreachable' });
  });

  test('is the page’s policy still when another violation follows', async () => {
    answerWith(
      () => {
        page.violate('connect-src');
        return Promise.reject(new TypeError('Failed to fetch'));
      },
      () => {
        page.violate('img-src');
        return Promise.reject(new TypeError('Failed to fetch'));
      },
    );
    expect(await pingCollector(url)).toEqual({ kind: 'blocked' });
  });
});

test.each<[string, Answer[]]>([
  ['answers', [() => new Response()]],
  ['refuses', [fail, opaque]],
  ['is not there', [fail, fail]],
])('the listener for violations is removed once the collector %s', async (_what, answers) => {
  answerWith(...answers);
  await pingCollector(url);
  expect(page.listeners).toBe(0);
});
