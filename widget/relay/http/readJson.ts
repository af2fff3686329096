import { Problem } from './problem.ts';

/** The largest submission that the schema allows is smaller, but for exotic characters in every field at once. */
const mostBytes = 128 * 1024;

/**
 * The body as JSON, read no further than the limit, whatever its headers say.
 *
 * @throws {Problem} 415 for another type, 413 for too much, 400 for no JSON
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new Problem(415, 'Only application/json is taken');
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge();
  const text = await readText(request.body);
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(400, 'This is no JSON', { errors: [{ field: 'body', code: 'body.json' }] });
  }
}

async function readText(body: ReadableStream<Uint8Array> | null): Promise<string> {
  if (!body) return '';
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = '';
  let bytes = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength;
    if (bytes > mostBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

function tooLarge(): Problem {
  return new Problem(413, 'This is too large', { errors: [{ field: 'body', code: 'body.size' }] });
}
