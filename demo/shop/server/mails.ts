import type { Links } from '../../collector/links.ts';
import type { Profile } from '../../collector/rules/profile.ts';
import type { ProfileStore } from '../../collector/rules/store.ts';
import { people } from './seed.ts';
import type { Mail } from './services.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * The mails and the text message that the store sent to its seeded people. A link is the same all day (UTC), so that the
 * forwarded mail and the forum's copy have the same link as the newsletter. A person who is no longer on file gets none.
 */
export async function writeMails(profiles: ProfileStore, links: Links, store: string, now: number): Promise<Mail[]> {
  const today = Math.floor(now / day) * day;
  const shopLink = async (label: string, { id }: Profile, more = {}, at = today) => {
    const ha_id = await links.mintMailLink(id, store, at);
    const query = new URLSearchParams({ ha_id, utm_source: 'newsletter', utm_medium: 'email', ...more });
    return { label, path: `/product/house-blend?${query}` };
  };
  const mails: Mail[] = [];

  const penny = profiles.byEmail(people.penny.email);
  if (penny) {
    const link = await shopLink('See the house blend', penny);
    const expired = await shopLink('See the house blend', penny, {}, today - 60 * day);
    const mail = { to: 'Penny', kind: 'email', preview: 'The autumn house blend is roasted.' } as const;
    mails.push(
      { ...mail, id: 'newsletter', subject: 'New: the house blend', links: [link] },
      {
        ...mail,
        id: 'forwarded',
        subject: 'Fwd: New: the house blend',
        links: [link],
        note: 'Penny forwarded her newsletter to a friend. The link is still hers.',
      },
      {
        ...mail,
        id: 'forum',
        subject: 'Seen in a forum',
        links: [{ label: 'Open the forum', path: '/forum' }],
        note: 'Somebody pasted the same link in a forum, where anybody can follow it.',
      },
      { ...mail, id: 'expired', subject: 'From two months ago', links: [expired], note: 'This link has expired.' },
      {
        ...mail,
        id: 'tampered',
        subject: 'A link that was tampered with',
        links: [{ ...link, path: tampered(link.path) }],
        note: 'The signature of this link is wrong.',
      },
    );
  }
  const rosa = profiles.byEmail(people.rosa.email);
  if (rosa) {
    mails.push({
      id: 'rosa',
      to: 'Rosa',
      kind: 'email',
      subject: 'Coffee for your kitchen',
      preview: 'Your grinder has been waiting.',
      links: [await shopLink('Look around', rosa)],
      note: `Her number is on file as ${people.rosa.asWritten}, without consent.`,
    });
  }
  const ade = profiles.byEmail(people.ade.email);
  if (ade) {
    mails.push({
      id: 'ade',
      to: 'Ade',
      kind: 'email',
      subject: 'Thank you for staying',
      preview: 'Something new on the shelf.',
      links: [await shopLink('Look around', ade, { ha_has: 'email.sms' })],
      note: 'Subscribed to both: there is nothing to ask.',
    });
  }
  const [sam] = profiles.byNumber(people.sam.number);
  if (sam) {
    mails.push({
      id: 'sam',
      to: 'Sam',
      kind: 'text',
      subject: 'Harbor Coffee',
      preview: 'Fresh beans are in.',
      links: [await shopLink('Open', sam, { ha_has: 'sms', utm_source: 'texts', utm_medium: 'sms' })],
      note: 'Known by the number alone, from a keyword text.',
    });
  }
  return mails;
}

/** Changes the first character of the signature, because the last one may hold bits that are ignored. */
function tampered(path: string): string {
  const at = path.lastIndexOf('.') + 1;
  return `${path.slice(0, at)}${path[at] === 'A' ? 'B' : 'A'}${path.slice(at + 1)}`;
}
