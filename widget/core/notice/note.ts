/** One thing that the owner should know, and the one thing to do about it. */
export interface Note {
  /** `bad`: customers see no popup, or nothing arrives. `wait`: it is meant to be so. `good`: as it should be. */
  readonly tone: 'bad' | 'wait' | 'good';
  readonly says: string;
  readonly fix?: string;
}
