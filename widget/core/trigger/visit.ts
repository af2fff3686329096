/** How a visit began, and how far it has come. */
export interface Visit {
  /** Pages seen, this one included. */
  readonly pages: number;
  /** Host name that it came from; empty for none. */
  readonly from: string;
  /** The owner's patterns that match the landing address's query; never anything of the address itself. */
  readonly queries: readonly string[];
  /** This browser remembers an earlier one. */
  readonly isReturning: boolean;
}
