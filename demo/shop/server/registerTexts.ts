import type { FastifyInstance } from 'fastify';
import { storeOf } from '../../collector/http/storeOf.ts';
import type { RecordedText, RecordedTexts } from './recordedTexts.ts';

/**
 * What the demo's phones got: `GET /texts` all of a store's, `GET /texts/stream?submission=<id>` those of one sign-up, those
 * to come included, as server-sent events.
 */
export function registerTexts(app: FastifyInstance, texts: RecordedTexts, usualStore: string | undefined): void {
  app.get('/texts', async (request) => texts.of(storeOf(request, usualStore)));

  app.get('/texts/stream', (request, reply) => {
    const store = storeOf(request, usualStore);
    const { submission } = request.query as Record<string, unknown>;
    const isWanted = (text: RecordedText) => text.store === store && text.submission === submission;
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const tell = (text: RecordedText) => void (isWanted(text) && raw.write(`data: ${JSON.stringify(text)}\n\n`));
    for (const text of texts.of(store)) tell(text);
    raw.on('close', texts.listen(tell));
  });
}
