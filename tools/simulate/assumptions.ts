/** What is assumed about people and browsers. Nobody has measured these for your shop: change them on the command line. */
export interface Assumption {
  readonly value: number;
  readonly unit: string;
  readonly reason: string;
  /** The lowest and highest value that somebody who knows shops would still believe. */
  readonly range: readonly [low: number, high: number];
}

const share = (of: string, value: number, range: readonly [number, number], reason: string): Assumption => ({
  value,
  unit: `share of ${of}`,
  reason,
  range,
});
const times = (value: number, range: readonly [number, number], reason: string): Assumption => ({
  value,
  unit: 'a person in the whole time',
  reason,
  range,
});

/** The one table. Every rate of the simulation stands here and nowhere else. */
export const assumptionTable = {
  onFile: share('people', 0.45, [0.2, 0.7], 'a popup meets old customers and strangers alike'),
  badNumbers: share('emails on file', 0.15, [0, 0.4], 'imports keep the way a till or a spreadsheet wrote the number'),
  keywordBefore: share('people', 0.05, [0, 0.15], 'a keyword on a poster leaves a profile with a number alone'),
  keywordDuring: share('people', 0.02, [0, 0.1], 'posters keep hanging'),
  secondDevice: share('people', 0.6, [0.3, 0.9], 'a phone and a computer; each visit is on either'),
  sharedDevice: share('people', 0.08, [0, 0.2], 'a family computer: the first device is somebody else’s too'),
  shortCookies: share(
    'devices',
    0.4,
    [0.1, 0.7],
    'some browsers delete what a script stored after 7 days, and after 24 hours where a decorated link brought the visitor',
  ),
  changesNumber: share('people', 0.04, [0, 0.1], 'a new contract with a new number within half a year'),
  visits: times(4, [2, 8], 'own visits, without any link'),
  clicks: times(3, [1, 8], 'clicks in mails, for whoever is on file with consent to mail'),
  textClicks: times(0.6, [0, 2], 'clicks in text messages, for whoever agreed to texts'),
  parametersLost: share(
    'clicks',
    0.25,
    [0, 0.6],
    'link-tracking protection, mail security and scripts strip addresses',
  ),
  forwards: share('clicks', 0.03, [0, 0.1], 'mails are passed on, and somebody else opens the link'),
  publicVisits: times(0.03, [0, 0.15], 'visits through a link that was pasted in a forum with somebody’s identifier'),
  referrerLost: share(
    'public visits',
    0.3,
    [0, 1],
    'apps and strict pages send no referrer, so the link looks private',
  ),
  orders: times(0.8, [0.2, 2], 'orders of everybody who visits, regulars and strangers'),
  hosted: share('orders', 0.6, [0, 1], 'many checkouts let no script of the shop in'),
  numberGiven: share('orders', 0.7, [0.3, 1], 'the carrier wants a number, or the field is optional'),
  otherNumber: share('numbers at checkout', 0.06, [0, 0.15], 'a second line, or the one at work'),
  completesOne: share('popups', 0.12, [0.06, 0.2], 'who fills in one field'),
  completesTwo: share('popups', 0.08, [0.04, 0.2], 'who fills in two: each further field costs answers'),
  repeats: share('answers', 0.3, [0.1, 1], 'who answers although they gave all of it before, against who never did'),
  closes: share('popups unanswered', 0.7, [0.4, 1], 'closed by hand; the rest is ignored'),
  oddForms: share('typed numbers', 0.3, [0, 0.6], 'typed with +44, 0044, without the plus, with (0), or full-width'),
  mistypesNumber: share('typed numbers', 0.01, [0, 0.03], 'one wrong digit'),
  mistypesEmail: share('typed emails', 0.015, [0, 0.05], 'one letter too many'),
  otherEmail: share(
    'typed emails',
    0.05,
    [0, 0.15],
    'people have more than one address and forget which one is on file',
  ),
  noticesNotYou: share('people named wrongly', 0.6, [0.2, 0.95], 'who reads the line that says whom the popup is for'),
  leavesUnticked: share(
    'sign-ups',
    0.15,
    [0, 0.5],
    'who types a number and would not tick a box; a plain popup shows small print instead, and takes it for agreed',
  ),
  ticksWhenTold: share('boxes left unticked', 0.4, [0, 0.8], 'who ticks once the form says what the box is for'),
  ticksAtCheckout: share('consent lines at checkout', 0.3, [0, 0.7], 'who ticks a line they had not come for'),
  goesOn: share('second questions', 0.6, [0.2, 1], 'who still answers when the form asks for the email after all'),
  lookupAnswers: share('lookups', 0.95, [0, 1], 'networks; nought is a store without the optional lookup'),
} as const satisfies Record<string, Assumption>;

export type AssumptionName = keyof typeof assumptionTable;
export type Rates = Readonly<Record<AssumptionName, number>>;

export const assumptionNames = Object.keys(assumptionTable) as AssumptionName[];

/** The rates of the table, some replaced. @throws {RangeError} for a name or a value that cannot be meant */
export function ratesWith(changed: Readonly<Record<string, number>> = {}): Rates {
  for (const [name, value] of Object.entries(changed)) {
    const known = (assumptionTable as Record<string, Assumption>)[name];
    if (!known) throw new RangeError(`No assumption is called ${name}. There are: ${assumptionNames.join(', ')}`);
    const most = known.unit.startsWith('share') ? 1 : 50;
    if (!(value >= 0 && value <= most)) throw new RangeError(`${name} must be from 0 to ${most}, not ${value}`);
  }
  const rates = assumptionNames.map((name) => [name, changed[name] ?? assumptionTable[name].value]);
  return Object.fromEntries(rates) as Rates;
}
