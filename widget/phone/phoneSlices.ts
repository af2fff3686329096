/**
 * Numbering plans by calling code: a pattern of the numbers that nobody can text, then a plan for each country of the code, in
 * the order of the table of calling codes. `scripts/phone/slices.ts` cuts them.
 */
export type PhoneSlices = Readonly<Record<string, readonly [untextable: string, ...plans: (readonly unknown[])[]]>>;

/** Fetches the slices of one pack. */
export type LoadPack = () => Promise<{ readonly default: PhoneSlices }>;
