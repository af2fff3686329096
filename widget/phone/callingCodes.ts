import { packs } from 'virtual:phone-packs';

/** One calling code, whether or not its slice has been fetched. */
export interface CallingCode {
  /** ISO 3166 alpha-2, the main one first; empty where the code is of no country. */
  readonly countries: readonly string[];
  /** The pack that its slice is in. */
  readonly pack: string;
}

/** Reads the table of all calling codes; `scripts/phone/files.ts` writes it. */
export function readCallingCodes(): ReadonlyMap<string, CallingCode> {
  const codes = new Map<string, CallingCode>();
  for (const [pack, table] of packs) {
    let code = 0;
    for (const [, step, countries = ''] of table.matchAll(/(\d+|\.)([A-Z]+|-)/g)) {
      code += Number(step) || 1;
      codes.set(`${code}`, { countries: countries.match(/[A-Z]{2}/g) ?? [], pack });
    }
  }
  return codes;
}
