import type { FastifyInstance, FastifyRequest } from 'fastify';
import { invalid } from './problem.ts';

/**
 * The forms a submission may come in: JSON, the same JSON as plain text, and a form with the JSON in its field `submission`;
 * the last two pass between origins without a preflight.
 */
export function addBodyFormats(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const parseText = async (_request: FastifyRequest, body: string | Buffer) => parseJson(body.toString());
  app.addContentTypeParser(['application/json', 'text/plain'], { parseAs: 'string' }, parseText);
  const forms = ['application/x-www-form-urlencoded', 'multipart/form-data'];
  app.addContentTypeParser(forms, { parseAs: 'buffer' }, async (request: FastifyRequest, body: string | Buffer) => {
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const form = await new Response(new Uint8Array(Buffer.from(body)), { headers }).formData().catch(() => undefined);
    const field = form?.get('submission');
    if (typeof field !== 'string') throw invalid(400, [{ field: 'submission', code: 'body.form' }]);
    return parseJson(field);
  });
}

/** @throws {Problem} 400 where the text is no JSON, 422 where it is some that cannot be kept */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalid(400, [{ field: 'body', code: 'body.json' }]);
  }
  // Answered with 500 it would be sent again and again.
  if (!isStorable(value)) throw invalid(422, [{ field: 'body', code: 'body.content' }]);
  return value;
}

const deepest = 64;

/** The character NUL, and halves of surrogate pairs. */
const unstorable = /\0|\p{Surrogate}/u;

/** Whether a database keeps a JSON value: PostgreSQL refuses some characters, and what is nested without end. */
function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return !unstorable.test(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= deepest) return false;
  return Object.entries(value).every(([name, inner]) => !unstorable.test(name) && isStorable(inner, depth + 1));
}
