import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { post } from './transport.ts';

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const request = { url: 'https://collect.example.com/v1/submissions', body: '{"id":1}', timeout: 10_000 };

function answerWith(answer: (init: RequestInit) => Response | Promise<Response>) {
  const fetch = vi.fn(async (_url: string, init: RequestInit) => answer(init));
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

/** Never answers; ends as a browser's request does when it is given up. */
function untilAborted({ signal }: RequestInit): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
}

test('a submission is posted as JSON, without credentials or any other header', async () => {
  const fetch = answerWith(() => new Response('{}'));
  await post(request);
  const [url, { signal, ...init }] = fetch.mock.calls[0] ?? ['', {}];
  expect({ url, ...init }).toEqual({
    url: request.url,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: request.body,
    credentials: 'omit',
    redirect: 'error',
  });
  expect(signal?.aborted).toBe(false);
});

test('a request outlives the page where that is asked for', async () => {
  const fetch = answerWith(() => new Response('{}'));
  await post({ ...request, keepalive: true });
  expect(fetch.mock.calls[0]?.[1].keepalive).toBe(true);
});

describe('every answer is an answer', () => {
  test.each<[string, Response, object]>([
    ['JSON', new Response('{"outcome":"linked"}', { status: 201 }), { status: 201, body: { outcome: 'linked' } }],
    ['no body', new Response(null, { status: 204 }), { status: 204, body: undefined }],
    ['a gateway’s page', new Response('<h1>Bad gateway</h1>', { status: 502 }), { status: 502, body: undefined }],
    [
      'a page where an answer should be',
      new Response('\n<!doctype html><h1>Please log in</h1>'),
      { status: 200, body: undefined, isDocument: true },
    ],
    ['JSON cut off', new Response('{"outcome":', { status: 200 }), { status: 200, body: undefined }],
    [
      'a refusal with a time',
      new Response('', { status: 503, headers: { 'retry-after': '30' } }),
      { status: 503, retryAfter: '30', body: undefined },
    ],
  ])('%s', async (_what, response, answer) => {
    answerWith(() => response);
    expect(await post(request)).toEqual({ retryAfter: null, isDocument: false, ...answer });
  });
});

describe('a missing answer rejects', () => {
  test('when the network fails', async () => {
    answerWith(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(post(request)).rejects.toThrow('Failed to fetch');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('when the time is up, and not before', async () => {
    answerWith(untilAborted);
    let ended = '';
    const posted = post(request).catch((error: Error) => {
      ended = error.name;
    });
    await vi.advanceTimersByTimeAsync(9_999);
    expect(ended).toBe('');
    await vi.advanceTimersByTimeAsync(1);
    await posted;
    expect(ended).toBe('AbortError');
  });

  test('when the answer begins and never ends', async () => {
    answerWith((init) => {
      const stalled = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"outcome":'));
          init.signal?.addEventListener('abort', () => controller.error(init.signal?.reason));
        },
      });
      return new Response(stalled);
    });
    const posted = expect(post(request)).rejects.toMatchObject({ name: 'AbortError' });
    await vi.advanceTimersByTimeAsync(10_000);
    await posted;
  });
});

test('an answer in time leaves no timer behind', async () => {
  answerWith(() => new Response('{}'));
  await post(request);
  expect(vi.getTimerCount()).toBe(0);
});
