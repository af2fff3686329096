import type { Links } from '../../collector/links.ts';
import type { Profile } from '../../collector/rules/profile.ts';
import type { ProfileStore } from '../../collector/rules/store.ts';
import { people } from './seed.ts';
import type { Mail, MailLink } from './services.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * The mails and the text message that the store sent to its seeded people. A link is the same all day (UTC), so that the
 * forwarded mail and the forum's copy have the same link as the newsletter. A person who is no longer on file gets none.
 */
export async function writeMails(profiles: ProfileStore, links: Links, store: string, now: number): Promise<Mail[]> {
  const { penny, sam, rosa, ade } = people;
  const today = Math.floor(now / day) * day;
  const token = (profile: Profile, at = today) => links.mintMailLink(profile.id, store, at);
  const mails: Mail[] = [];

  const pennys = profiles.byEmail(penny.email);
  if (pennys) {
    const id = await token(pennys);
    const link = pathWith('/product/house-blend', id);
    const mail = { to: penny.name, kind: 'email', preview: 'The autumn house blend is roasted.' } as const;
    const shop = one('See the house blend', link);
    const forwarded = 'Penny forwarded her newsletter to a friend. The link is still hers.';
    const pasted = 'Somebody pasted the same link in a forum, where anybody can follow it.';
    const expired = await token(pennys, today - 60 * day);
    mails.push(
      { ...mail, id: 'newsletter', subject: 'New: the house blend', links: shop },
      { ...mail, id: 'forwarded', subject: 'Fwd: New: the house blend', links: shop, note: forwarded },
      { ...mail, id: 'forum', subject: 'Seen in a forum', links: one('Open the forum', '/forum'), note: pasted },
      {
        ...mail,
        id: 'expired',
        subject: 'From two months ago',
        links: one('See the house blend', pathWith('/product/house-blend', expired)),
        note: 'This link has expired.',
      },
      {
        ...mail,
        id: 'tampered',
        subject: 'A link that was tampered with',
        links: one('See the house blend', pathWith('/product/house-blend', tampered(id))),
        note: 'The signature of this link is wrong.',
      },
    );
  }

  const rosas = profiles.byEmail(rosa.email);
  if (rosas) {
    mails.push({
      id: 'rosa',
      to: rosa.name,
      kind: 'email',
      subject: 'Coffee for your kitchen',
      preview: 'Your grinder has been waiting.',
      links: one('Look around', pathWith('/product/house-blend', await token(rosas))),
      note: `Her number is on file as ${rosa.asWritten}, without consent.`,
    });
  }

  const ades = profiles.byEmail(ade.email);
  if (ades) {
    mails.push({
      id: 'ade',
      to: ade.name,
      kind: 'email',
      subject: 'Thank you for staying',
      preview: 'Something new on the shelf.',
      links: one('Look around', pathWith('/product/house-blend', await token(ades), { ha_has: 'email.sms' })),
      note: 'Subscribed to both: there is nothing to ask.',
    });
  }

  const [sams] = profiles.byNumber(sam.number);
  if (sams) {
    const has = { ha_has: 'sms', utm_source: 'texts', utm_medium: 'sms' };
    mails.push({
      id: 'sam',
      to: sam.name,
      kind: 'text',
      subject: 'Harbor Coffee',
      preview: 'Fresh beans are in.',
      links: one('Open', pathWith('/product/house-blend', await token(sams), has)),
      note: 'Known by the number alone, from a keyword text.',
    });
  }
  return mails;
}

function one(label: string, path: string): MailLink[] {
  return [{ label, path }];
}

function pathWith(path: string, id: string, more: Readonly<Record<string, string>> = {}): string {
  return `${path}?${new URLSearchParams({ ha_id: id, utm_source: 'newsletter', utm_medium: 'email', ...more })}`;
}

/** Changes the first character of the signature, because the last one may hold bits that are ignored. */
function tampered(token: string): string {
  const at = token.lastIndexOf('.') + 1;
  return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
}
