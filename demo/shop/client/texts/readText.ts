/** A text as the phone shows it. */
export interface ShownText {
  readonly id: string;
  readonly text: string;
  readonly code: string;
  /** ISO 8601, UTC. */
  readonly sentAt: string;
}

/** Reads a text of the stream; undefined where it is invalid. */
export function readText(data: string): ShownText | undefined {
  try {
    const { id, text, code, sentAt } = JSON.parse(data) as Record<string, unknown>;
    const isText = [id, text, code, sentAt].every((field) => typeof field === 'string');
    return isText ? ({ id, text, code, sentAt } as ShownText) : undefined;
  } catch {
    return undefined;
  }
}
