import type { FastifyInstance } from 'fastify';
import type { OutgoingText, SendText } from '../../collector/codes/sendByWebhook.ts';
import { storeOf } from '../../collector/http/storeOf.ts';

/** A text message that the demo shows instead of sending it. */
export interface RecordedText extends OutgoingText {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly sentAt: string;
}

/** The most texts that are kept for a store, and the most stores. */
const most = { texts: 50, stores: 1000 };

/** The texts of the demo's phones, in memory only, because a code is stored nowhere in clear. */
export class RecordedTexts {
  readonly #texts = new Map<string, readonly RecordedText[]>();
  readonly #listeners = new Set<(text: RecordedText) => void>();

  constructor(private readonly circumstances: () => { readonly now: number; readonly newId: () => string }) {}

  readonly send: SendText = async (text) => {
    const { now, newId } = this.circumstances();
    const recorded = { ...text, id: newId(), sentAt: new Date(now).toISOString() };
    const texts = [...this.of(text.store), recorded].slice(-most.texts);
    // Deleted and inserted again, because a map keeps the order of insertion.
    this.#texts.delete(text.store);
    this.#texts.set(text.store, texts);
    for (const oldest of this.#texts.keys()) {
      if (this.#texts.size <= most.stores) break;
      this.#texts.delete(oldest);
    }
    for (const tell of this.#listeners) tell(recorded);
    return true;
  };

  /** The newest last. */
  of(store: string): readonly RecordedText[] {
    return this.#texts.get(store) ?? [];
  }

  forget(store: string): void {
    this.#texts.delete(store);
  }

  /** Calls back for every text from now on; returns the undo function. */
  listen(listener: (text: RecordedText) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}

/**
 * The texts of the demo's phones: `GET /texts` answers all of a store, `GET /texts/stream?submission=<id>` streams those of
 * one sign-up, including later ones, as server-sent events.
 */
export function registerTexts(app: FastifyInstance, texts: RecordedTexts, usualStore: string | undefined): void {
  app.get('/texts', async (request) => texts.of(storeOf(request, usualStore)));

  app.get('/texts/stream', (request, reply) => {
    const store = storeOf(request, usualStore);
    const { submission } = request.query as Record<string, unknown>;
    const isWanted = (text: RecordedText) => text.store === store && isTold(text.submission, submission);
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

/** Whether a page that was told the beginning of an id, as events tell it, or all of it, means this submission. */
function isTold(id: string, told: unknown): boolean {
  return typeof told === 'string' && told.length >= 18 && id.startsWith(told);
}
