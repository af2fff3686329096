/** How a consent or a withdrawal came about, as far as it names nobody: it outlives an erasure. */
export interface Evidence {
  /** SHA-256 of the words as shown; null where no words were. */
  readonly textHash: string | null;
  readonly textVersion: string | null;
  readonly links: readonly string[];
  readonly locale: string | null;
  readonly region: string | null;
  readonly method: 'checkbox' | 'submit' | 'withdrawal' | 'erasure';
  /** When it was said, by the clock of whoever was told: the browser's for a box. ISO 8601. */
  readonly checkedAt: string;
}
