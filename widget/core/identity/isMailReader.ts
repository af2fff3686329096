/** A label of a host name that mailboxes stand under: `mail.google.com`, `webmail.isp.example`, `messagerie.orange.fr`. */
const labels =
  /(^|\.)((web|e|ex|free)?mail\d*|[a-z]*mailer|messagerie(-\d+)?|(nowa)?poczta|posta|correo|outlook|owa|roundcube|zimbra)\./;

/** What stands between a mailbox and the page: `deref-gmx.net`, `deref-web.de`, `3c.web.de`. */
const hops = /^(deref-[a-z]+|3c\.web|navigator(-[a-z]+)?\.(gmx|web))\.(net|de|com|at|ch)$/;

/** Mailboxes at an address of their own. */
const mailboxes =
  /(^|\.)(app\.(hey|fastmail|tuta|mailbox)|www\.icloud|icloud|hotmail|proton|posteo|mailo)\.(com|net|me|org|de)$/;

/**
 * Gateways that rewrite the links of a company's mail and check them when they are followed: Proofpoint, Mimecast, Barracuda,
 * Microsoft, Cisco, Sophos, Symantec, TitanHQ, Check Point, Trend Micro.
 */
const gateways =
  /(^|\.)(urldefense(\.proofpoint)?|mimecast(protect)?|cudasvc|protection\.(outlook|sophos)|secure-web\.cisco|clicktime\.symantec|linklock\.titanhq|protect\.checkpoint|emailprotection|[a-z]*\.trendmicro)\.(com|link)$/;

/** Whether a page of this host leads there whoever reads a mail: who comes from it got the link, and found it nowhere. */
export function isMailReader(host: string): boolean {
  // A forum may have the name of a mailbox below its own.
  return (
    [hops, mailboxes, gateways].some((hosts) => hosts.test(host)) ||
    (labels.test(host) && !/(^|\.)forums?\./.test(host))
  );
}
