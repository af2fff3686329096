/** How a visit began, and how far it has come. */
export interface Visit {
  /** Pages seen, this one included. */
  readonly pages: number;
  /** Host name that it came from; empty for none. */
  readonly from: string;
  /** Of what the owner asks for, that which the landing address's query has: in the owner's words, never the visitor's. */
  readonly queries: readonly string[];
  /** This browser remembers an earlier one. */
  readonly isReturning: boolean;
}
