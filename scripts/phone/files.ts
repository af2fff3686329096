import { callingCodes, countriesOf, type Slice, sliceOf } from './slices.ts';

/**
 * The files of phone rules that are fetched first, by the calling code they are named after: the parser, and the slices of
 * these codes. `0` is for visitors of all other countries, and for those whose country is not known.
 */
export const homes: Readonly<Record<string, readonly string[]>> = {
  0: [],
  // North America and the Caribbean: 25 countries.
  1: ['1'],
  31: ['31'],
  32: ['32'],
  // With its departments overseas and Saint Pierre and Miquelon, which have codes of their own.
  33: ['33', '262', '508', '590', '594', '596'],
  34: ['34'],
  39: ['39'],
  41: ['41'],
  43: ['43'],
  // With Guernsey, Jersey and the Isle of Man.
  44: ['44'],
  45: ['45'],
  46: ['46'],
  47: ['47'],
  48: ['48'],
  49: ['49'],
  52: ['52'],
  55: ['55'],
  61: ['61'],
  64: ['64'],
  81: ['81'],
  82: ['82'],
  91: ['91'],
  351: ['351'],
  353: ['353'],
};

/**
 * The files that every other slice comes in, by region: a visitor who types a number of another country is likely to
 * type another one of its region. Every calling code is in one of them, those of the homes too: other homes need them.
 */
const regions: Readonly<Record<string, RegExp>> = {
  'north-america': /^1/,
  africa: /^2/,
  'western-europe': /^(3[0-59]|4[13-79])/,
  'eastern-europe': /^(3[678]|4[028]|7)/,
  'latin-america': /^5/,
  pacific: /^6/,
  'eastern-asia': /^8/,
  'western-asia': /^9/,
};

export const packs: readonly string[] = Object.keys(regions);

function codesIn(pack: string): readonly string[] {
  return callingCodes.filter((code) => regions[pack]?.test(code));
}

/** The slices of a file by their calling code. */
export function slicesOf(codes: readonly string[]): Readonly<Record<string, Slice>> {
  return Object.fromEntries(codes.map((code) => [code, sliceOf(code)]));
}

export function slicesInPack(pack: string): Readonly<Record<string, Slice>> {
  return slicesOf(codesIn(pack));
}

/**
 * Every calling code of a pack with its countries, in few bytes: the step from the code before (`.` for one), then the
 * countries, or `-` where it is of none.
 *
 * @example `30GR.NL.BE` for 30, 31 and 32; `800-8-42KP` for 800, 808 and 850
 */
export function tableOf(pack: string): string {
  let former = 0;
  return codesIn(pack)
    .map((code) => {
      const step = Number(code) - former;
      former = Number(code);
      return `${step === 1 ? '.' : step}${countriesOf(code).join('') || '-'}`;
    })
    .join('');
}

/** The countries whose own slice is in a home file, with the name of that file. */
export function homeOfCountries(): ReadonlyMap<string, string> {
  const found = Object.entries(homes).flatMap(([home, codes]) =>
    codes.flatMap((code) => countriesOf(code).map((country) => [country, home] as const)),
  );
  return new Map(found);
}
