import type { OutgoingText, SendText } from '../../collector/codes/sendByWebhook.ts';

/** A text that was never sent anywhere: the demo shows it. */
export interface RecordedText extends OutgoingText {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly sentAt: string;
}

/** Texts kept of one store, and stores remembered. */
const most = { texts: 50, stores: 1000 };

/** What the demo's phones have got, in memory alone: a code is nowhere else in clear. */
export class RecordedTexts {
  readonly #texts = new Map<string, readonly RecordedText[]>();
  readonly #listeners = new Set<(text: RecordedText) => void>();

  constructor(private readonly circumstances: () => { readonly now: number; readonly newId: () => string }) {}

  readonly send: SendText = async (text) => {
    const { now, newId } = this.circumstances();
    const recorded = { ...text, id: newId(), sentAt: new Date(now).toISOString() };
    const texts = [...this.of(text.store), recorded].slice(-most.texts);
    // Taken out and put in again: a map keeps the order of insertion.
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

  /** Tells of every text from now on; answers the undo. */
  listen(listener: (text: RecordedText) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
