/**
 * How people write numbers that the plan of today does not have any more, or has only with a digit more: by calling code, patterns
 * of the digits behind it, as typed. `phone/habits.test.ts` holds each row to a number that is valid today.
 */
type Rewriting = readonly [pattern: RegExp, replacement: string];

/** Former plans and dialling habits that mean one number of today for certain. */
const former: Readonly<Record<string, readonly Rewriting[]>> = {
  // Mexico: 1 behind +52, and 044, 045 and 01 before the area, until August 2019.
  // https://www.mexperience.com/mexico-simplifies-telephone-dialing-rules/
  52: [[/^(?:1|01|04[45])(\d{10})$/, '$1']],
  // Vietnam: eleven digits became ten on 15 September 2018, by the operator's prefix; the last seven stayed.
  // https://en.sggp.org.vn/mobile-phone-numbers-conversion-to-affect-60-million-subscribers-nationwide-post73454.html
  84: `120:70 121:79 122:77 126:76 128:78 123:83 124:84 125:85 127:81 129:82 162:32 163:33 164:34 165:35 166:36 167:37 168:38
    169:39 186:56 188:58 199:59`
    .split(/\s+/)
    .map((pair) => pair.split(':'))
    .map(([old, now]): Rewriting => [new RegExp(`^0?${old}(\\d{7})$`), `${now}$1`]),
  // Ukraine: 8, a second tone, then 0 and the area, until 2009. https://en.wikipedia.org/wiki/Telephone_numbers_in_Ukraine
  380: [[/^80?(\d{9})$/, '$1']],
};

/**
 * The departments overseas are dialled like France, and have calling codes of their own.
 * https://en.wikipedia.org/wiki/Telephone_numbers_in_France
 */
const french = [33, 262, 508, 590, 594, 596];

/** A digit or a marker is left out; it may be meant, and it may be another number. */
const incomplete: Readonly<Record<string, Rewriting>> = {
  // Italy: mobile numbers lost their zero in 2001, and some areas still begin like that.
  // https://en.wikipedia.org/wiki/Telephone_numbers_in_Italy
  39: [/^0(3\d{9})$/, '$1'],
  // Argentina: 9 between +54 and the area makes it a mobile number.
  // https://github.com/google/libphonenumber/blob/master/FAQ.md
  54: [/^0?(\d{10})$/, '9$1'],
  // Brazil: 9 before the eight digits of mobile numbers, state by state from 2012 to 2016.
  // https://en.wikipedia.org/wiki/Telephone_numbers_in_Brazil
  55: [/^0?([1-9]\d)([6-9]\d{7})$/, '$19$2'],
  // Chile: 9 before eight digits. https://en.wikipedia.org/wiki/Telephone_numbers_in_Chile
  56: [/^0?([4-9]\d{7})$/, '9$1'],
  // Mauritius: 5 before seven digits, since 1 September 2013.
  // https://www.commsupdate.com/articles/2013/09/02/mauritius-migrates-to-a-new-8-digit-mobile-numbering-plan/
  230: [/^(\d{7})$/, '5$1'],
  // Cameroon: 6 before eight digits, since 21 November 2014. https://en.wikipedia.org/wiki/Telephone_numbers_in_Cameroon
  237: [/^([5-9]\d{7})$/, '6$1'],
  // Ecuador: 9 before eight digits, since 30 September 2012. https://en.wikipedia.org/wiki/Telephone_numbers_in_Ecuador
  593: [/^0?([89]\d{7})$/, '9$1'],
};

/** Numbers as they are dialled within one area, where mobile numbers have area codes as well. */
const local: Readonly<Record<string, RegExp>> = {
  1: /^\d{7}$/,
  52: /^\d{7,8}$/,
  54: /^(15)?\d{6,8}$/,
  55: /^0?9?\d{8}$/,
};

/** What the digits, as typed behind a calling code or without one, may mean; each to be believed only where it is valid. */
export function meantBy(code: string, digits: string): readonly string[] {
  const found = (former[code] ?? []).map((rewriting) => rewritten(digits, rewriting));
  // The calling code twice, or behind a zero. One digit says too little: `0151…` is German, not North American.
  const bare = digits.replace(/^0+/, '');
  found.push(code[1] && bare.startsWith(code) ? bare.slice(code.length).replace(/^0+/, '') : undefined);
  // A trunk zero where the country has none (any more).
  if (code !== '39' && (code === '1' ? /^0[2-9]/ : /^0[1-9]/).test(digits)) found.push(bare);
  const numbers = found.flatMap((digits) => (digits ? [`+${code}${digits}`] : []));
  if (!french.includes(Number(code)) || !/^[67]\d{8}$/.test(bare)) return numbers;
  return [...numbers, ...french.map((other) => `+${other}${bare}`)];
}

/** What may be meant and is to be asked for. */
export function offeredFor(code: string, digits: string): string | undefined {
  const digit = incomplete[code] && rewritten(digits, incomplete[code]);
  return digit && `+${code}${digit}`;
}

export function lacksArea(code: string, digits: string): boolean {
  return local[code]?.test(digits) ?? false;
}

function rewritten(digits: string, [pattern, replacement]: Rewriting): string | undefined {
  return pattern.test(digits) ? digits.replace(pattern, replacement) : undefined;
}
