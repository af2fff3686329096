import { cleanEmail, normalizeEmail } from './email.ts';
import { takenFor } from './lookAlike.ts';

/** Domains that many people have an address at, the most common first. */
const known: readonly string[] = [
  ...['gmail.com', 'yahoo.com', 'hotmail.com', 'outlook.com', 'icloud.com', 'aol.com', 'live.com', 'msn.com', 'me.com'],
  ...['mac.com', 'googlemail.com', 'ymail.com', 'rocketmail.com', 'proton.me', 'protonmail.com', 'pm.me'],
  ...['mail.com', 'email.com', 'gmx.com', 'zoho.com', 'fastmail.com', 'hey.com', 'tutanota.com', 'yandex.com'],
  ...['comcast.net', 'verizon.net', 'att.net', 'sbcglobal.net', 'bellsouth.net', 'cox.net', 'charter.net'],
  ...['rogers.com', 'sympatico.ca', 'shaw.ca', 'telus.net', 'bigpond.com', 'optusnet.com.au', 'yahoo.com.au'],
  ...['yahoo.co.uk', 'hotmail.co.uk', 'live.co.uk', 'outlook.co.uk', 'btinternet.com', 'virginmedia.com', 'sky.com'],
  ...['web.de', 'gmx.de', 'gmx.net', 't-online.de', 'freenet.de', 'orange.fr', 'wanadoo.fr', 'free.fr', 'laposte.net'],
  ...['hotmail.fr', 'yahoo.fr', 'hotmail.it', 'libero.it', 'virgilio.it', 'hotmail.es', 'ziggo.nl', 'telenet.be'],
  ...['yahoo.com.br', 'uol.com.br', 'bol.com.br', 'mail.ru', 'yandex.ru', 'naver.com', 'qq.com'],
];

/**
 * Endings that many domains have, and what one slip makes of them that is an ending as well
 * (https://data.iana.org/TLD/tlds-alpha-by-domain.txt).
 */
const endings: readonly (readonly [right: string, real: RegExp])[] = [
  ['com', /^(co|cm|om|cam|mom|bom)$/],
  ['net', /^(ne|et|bet|pet|vet|nec|new|next)$/],
  ['org', /^(ong)$/],
];

/**
 * The address that was probably meant by a text, or undefined where that is what it says: the one address among other words, a
 * comma for a dot, a look-alike letter, or one slip of the finger (optimal string alignment distance 1) from a domain that many
 * people use or from an ending that most domains have. Says nothing about a domain in that list, nor about another country's
 * of the same name (`hotmail.de`, `live.nl`), nor about short names, whose neighbours all exist.
 */
export function meantEmail(text: string): string | undefined {
  const clean = cleanEmail(text);
  const words = clean.split(' ').filter((word) => /@.+[^.]\.[^.]/.test(word));
  const [local = '', domain, ...more] = (words[0] && !words[1] ? words[0] : clean).split(/@+/);
  if (!local || !domain || more.length > 0) return undefined;
  const plain = domain
    .toLowerCase()
    .replace(/^([^.\s]+) ([a-z]+)$/, '$1.$2')
    .replace(/[.,;:]+/g, '.')
    .replace(/^\.|\.$/g, '');
  const tidy = takenFor(plain)?.ascii ?? plain;
  const meant = normalizeEmail(`${local}@${meantDomain(tidy) ?? tidy}`, takenFor);
  const said = normalizeEmail(text, takenFor);
  return meant.kind === 'ok' && !(said.kind === 'ok' && said.email === meant.email) ? meant.email : undefined;
}

function meantDomain(domain: string): string | undefined {
  if (known.includes(domain)) return undefined;
  const dot = domain.indexOf('.');
  if (dot < 0) {
    const whole = known.find((other) => other.replace(/\./g, '') === domain || other.startsWith(`${domain}.`));
    return domain.length > 4 ? whole : undefined;
  }
  const [name, ending] = [domain.slice(0, dot), domain.slice(dot)];
  return (
    known.find((other) => {
      const otherDot = other.indexOf('.');
      const [otherName, otherEnding] = [other.slice(0, otherDot), other.slice(otherDot)];
      if (name === otherName) return !isCountrys(ending) && isOneSlip(ending, otherEnding);
      return ending === otherEnding && otherName.length > 4 && isOneSlip(name, otherName);
    }) ?? withEnding(domain)
  );
}

/** The same domain with the ending that was meant. */
function withEnding(domain: string): string | undefined {
  const british = domain.replace(/\.(co?\.?(ku|ukk|uuk)|couk|c\.uk)$/, '.co.uk');
  if (british !== domain) return british;
  const ending = domain.slice(domain.lastIndexOf('.') + 1);
  if (ending.length < 3) return undefined;
  const meant = endings.find(([right, real]) => ending !== right && !real.test(ending) && isOneSlip(ending, right));
  return meant && domain.slice(0, -ending.length) + meant[0];
}

/** An ending in two letters is a country's, and right; but hardly ever where `.com` lacks a letter. */
function isCountrys(ending: string): boolean {
  return /\.[a-z]{2}$/.test(ending) && !/^\.(co|cm|om)$/.test(ending);
}

/** One letter too many, too few, another one, or two that changed places. */
function isOneSlip(typed: string, meant: string): boolean {
  let start = 0;
  while (start < typed.length && typed[start] === meant[start]) start += 1;
  let end = 0;
  const rest = Math.min(typed.length, meant.length) - start;
  while (end < rest && typed.at(-1 - end) === meant.at(-1 - end)) end += 1;
  const [wrong, right] = [typed.slice(start, typed.length - end), meant.slice(start, meant.length - end)];
  if (wrong.length < 2 && right.length < 2) return true;
  return wrong.length === 2 && wrong === [...right].reverse().join('');
}
