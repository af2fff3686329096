/**
 * Letters that are taken for ASCII ones, each before its double: of Latin itself, Cyrillic, Greek and Armenian. The single
 * letters among the confusables of Unicode's security mechanisms (https://www.unicode.org/Public/security/latest/confusables.txt)
 * that keyboards have.
 */
const doubles =
  'ıiɩiɡgɑałløođdħhŧt' +
  'аaеeоoрpсcуyхxіiјjѕsԁdһhӏlԛqԝwвbнhкkмmтtгrьbпnиu' +
  'αaοoνvιiκkρpτtυuχxεeηnγyωw' +
  'օoոnսuհhցgզq';

/** Names that so many people have an address at that another alphabet's letter in them is no coincidence. */
const wellKnown =
  /^(gmail|googlemail|yahoo|hotmail|outlook|icloud|live|msn|aol|gmx|web|mail|proton|protonmail|yandex|orange|wanadoo|libero|comcast|verizon|btinternet|paypal|apple|google|microsoft|amazon)\./;

/** What an address needs to be read whose domain has letters outside ASCII; fetched for such a one. */
export type TakenFor = typeof takenFor;

/**
 * The domain that another one is taken for, in ASCII where there is such a thing; `undefined` where it is only itself. One that
 * mixes alphabets in a label is taken for another, and so is one that is written in doubles alone, or that has them in a name that
 * everybody knows. `bücher.example` and `почта.рф` are themselves.
 *
 * Browsers go by the same (https://chromium.googlesource.com/chromium/src/+/main/docs/idn.md).
 */
export function takenFor(domain: string): { readonly ascii: string | undefined } | undefined {
  const small = domain.toLowerCase();
  if (!/[^\0-~]/.test(small)) return undefined;
  const labels = small.split('.');
  const read = labels.map(inAscii);
  const ascii = read.join('.');
  const isForeignEnding = /[^\0-~]/.test(`${labels.at(-1)}`);
  const isTaken =
    labels.some((label, at) => {
      const isDouble = /[^\0-~]/.test(label) && !/\p{sc=Latin}/u.test(label) && !/[^\0-~]/.test(`${read[at]}`);
      return isMixed(label) || (isDouble && !isForeignEnding);
    }) || wellKnown.test(ascii);
  return isTaken ? { ascii: /[^\0-~]/.test(ascii) ? undefined : ascii } : undefined;
}

function inAscii(label: string): string {
  return [...label.normalize('NFD')]
    .map((letter) => {
      const at = doubles.indexOf(letter);
      return at >= 0 && at % 2 === 0 ? doubles.charAt(at + 1) : letter;
    })
    .join('')
    .replace(/\p{M}/gu, '');
}

/** Japanese, Korean and Chinese are written with Latin letters among them; no other alphabet is. */
function isMixed(label: string): boolean {
  const alphabets = [/\p{sc=Latin}/u, /\p{sc=Cyrillic}/u, /\p{sc=Greek}/u, /\p{sc=Armenian}/u, others];
  return alphabets.filter((alphabet) => alphabet.test(label)).length > 1;
}

const others =
  /[^\P{L}\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Armenian}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\p{sc=Common}\p{sc=Inherited}]/u;
