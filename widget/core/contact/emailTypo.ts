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
 * The address that was probably meant: one slip of the finger from a domain that many people use (optimal string
 * alignment distance 1), or undefined. Says nothing about a domain in that list, nor about another country's of the same
 * name (`hotmail.de`, `live.nl`), nor about short names, whose neighbours all exist.
 *
 * @param email cleaned: one `@`, no white space
 */
export function meantEmail(email: string): string | undefined {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1).toLowerCase();
  const dot = domain.indexOf('.');
  if (at < 1 || dot < 1 || known.includes(domain)) return undefined;
  const [name, ending] = [domain.slice(0, dot), domain.slice(dot)];
  const meant = known.find((other) => {
    const otherDot = other.indexOf('.');
    const [otherName, otherEnding] = [other.slice(0, otherDot), other.slice(otherDot)];
    if (name === otherName) return !isCountrys(ending) && isOneSlip(ending, otherEnding);
    return ending === otherEnding && otherName.length > 4 && isOneSlip(name, otherName);
  });
  return meant && email.slice(0, at + 1) + meant;
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
