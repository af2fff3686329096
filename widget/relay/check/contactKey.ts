/**
 * What an address or a number is compared, looked up and stored by, everywhere: an email in one writing, a number as it is. A
 * database's own `lower()` depends on its locale, and would tell `É` from `é` in one and not in another; so it is made here, and
 * nowhere else.
 *
 * The domain is in ASCII (punycode), so `@bücher.example` and `@xn--bcher-kva.example` are one. The local part is compared without
 * its case, for addresses that differ in case alone reach one person in practice.
 */
export function contactKey(contact: string): string {
  const at = contact.lastIndexOf('@');
  if (at < 0) return contact;
  return `${contact.slice(0, at).normalize('NFC').toLowerCase()}@${domainKey(contact.slice(at + 1))}`;
}

function domainKey(domain: string): string {
  const plain = domain.normalize('NFC').toLowerCase();
  // Of ASCII nothing is to be read: a URL would read `1.1` as the address of a machine.
  if (/^[\0-\x7f]*$/.test(plain) || /[\s/?#@:\\[\]%]/.test(plain)) return plain;
  try {
    return new URL(`http://${plain}`).hostname;
  } catch {
    return plain;
  }
}
