/**
 * Numbering plans by calling code: a pattern of the numbers that cannot be texted, then a plan for each country of the
 * code, in the order of the table of calling codes. `scripts/phone/slices.ts` cuts them.
 */
export type PhoneSlices = Readonly<Record<string, readonly [untextable: string, ...plans: (readonly unknown[])[]]>>;

/** The file of one pack. */
export interface PhonePack {
  readonly default: PhoneSlices;
}
