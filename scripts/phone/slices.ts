import max from 'libphonenumber-js/max/metadata';
import mobile from 'libphonenumber-js/mobile/metadata';

/**
 * One country's numbering plan, as libphonenumber-js stores it: an array by position
 * (https://gitlab.com/catamphetamine/libphonenumber-js/blob/master/METADATA.md).
 */
type Plan = readonly unknown[];
type Format = readonly [pattern: string, format: string, leading?: readonly string[] | 0, ...rest: unknown[]];

interface Metadata {
  readonly country_calling_codes: Readonly<Record<string, readonly string[]>>;
  readonly countries: Readonly<Record<string, Plan>>;
  readonly nonGeographic: Readonly<Record<string, Plan>>;
}

/**
 * What the widget knows of one calling code: a pattern of the numbers that cannot be texted (empty where there are
 * none), then a plan for each of its countries in the order of {@link countriesOf}, or the one plan of a code that is
 * of no country.
 */
export type Slice = readonly [untextable: string, ...plans: Plan[]];

const mobileSet = mobile as unknown as Metadata;
const maxSet = max as unknown as Metadata;

/** Positions in a {@link Plan}. */
const at = { callingCode: 0, formats: 4, prefixFormat: 6, isPrefixOptional: 9, types: 11, defaultIdd: 12, ext: 13 };
/** Positions in the types of a plan. */
const tollFree = 2;
const premiumRate = 3;

/** Every calling code there is, as text: `1`, `44`, `800`. */
export const callingCodes: readonly string[] = [
  ...Object.keys(mobileSet.country_calling_codes),
  ...Object.keys(mobileSet.nonGeographic),
].sort((a, b) => Number(a) - Number(b));

/** The countries (ISO 3166 alpha-2) of a calling code, the main one first; none where it is of no country. */
export function countriesOf(callingCode: string): readonly string[] {
  return mobileSet.country_calling_codes[callingCode] ?? [];
}

/** Everything the widget knows of one calling code. */
export function sliceOf(callingCode: string): Slice {
  return [untextableOf(callingCode), ...plansOf(mobileSet, callingCode).map(strip)];
}

function plansOf(metadata: Metadata, callingCode: string): readonly Plan[] {
  const countries = metadata.country_calling_codes[callingCode];
  const plans = countries?.map((country) => metadata.countries[country]) ?? [metadata.nonGeographic[callingCode]];
  return plans.map((plan) => {
    if (!plan) throw new Error(`no metadata of +${callingCode}`);
    return plan;
  });
}

/** The patterns of toll-free and premium-rate numbers, which the mobile set does not hold. */
function untextableOf(callingCode: string): string {
  const patterns = plansOf(maxSet, callingCode).flatMap((plan) => {
    const types = (plan[at.types] || []) as readonly (readonly [pattern: string] | 0 | undefined)[];
    return [types[tollFree], types[premiumRate]].flatMap((type) => (type ? alternativesOf(type[0]) : []));
  });
  return [...new Set(patterns)].join('|');
}

/** The parts of a pattern between its outermost `|`: countries that share a code share most of them. */
function alternativesOf(pattern: string): string[] {
  let depth = 0;
  const parts = [''];
  for (const character of pattern) {
    depth += character === '(' ? 1 : character === ')' ? -1 : 0;
    if (character === '|' && depth === 0) parts.push('');
    else parts.push(`${parts.pop()}${character}`);
  }
  return parts;
}

/** Leaves out what is used for writing national forms and extensions alone: the widget writes international forms. */
function strip(plan: Plan): Plan {
  const short = [...plan];
  // The table of calling codes says it.
  short[at.callingCode] = 0;
  short[at.formats] = plan[at.formats] && (plan[at.formats] as readonly Format[]).map(stripFormat);
  for (const unused of [at.prefixFormat, at.isPrefixOptional, at.defaultIdd, at.ext]) {
    if (unused in short) short[unused] = 0;
  }
  return withoutTrailingZeros(short);
}

/** The library looks at the last of the leading digits alone, the most exact (`chooseFormatForNumber` in its `format.js`). */
function stripFormat([pattern, national, leading, , , international]: Format): Format {
  const format = (international as string | undefined) || national;
  const last = leading && leading.length > 0 ? leading.slice(-1) : undefined;
  return last ? [pattern, format, last] : [pattern, format];
}

function withoutTrailingZeros(plan: Plan): Plan {
  const end = plan.findLastIndex((part) => part !== 0);
  return plan.slice(0, end + 1);
}
