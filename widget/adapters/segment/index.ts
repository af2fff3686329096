import type { Adapter } from '../adapter.ts';
import type { Analytics } from './api.ts';
import { manifest } from './manifest.ts';

/** How sign-ups are passed to Segment's script on the page. */
export interface SegmentOptions {
  /**
   * What the event is called.
   * @default 'Signed Up for Messages'
   */
  readonly event?: string | undefined;
}

/** Reasons for which the visitor is not the person of Segment's cookie. */
const strangers = ['not-you', 'shared-link'];

/** Delivers to Segment by the script that the page has anyway. `docs/adapters.md` says what that can and cannot do. */
export function segment(options: SegmentOptions = {}): Adapter {
  const { event = 'Signed Up for Messages' } = options;
  return {
    manifest,
    url: 'segment:',
    linksBy: manifest.linksBy,
    options: { event: options.event },
    async deliver(submission, { granted, script, fieldType }) {
      // Until the script has loaded, the snippet is only a queue, which is lost if something blocks the script.
      const analytics = await script((page) =>
        Array.isArray(page.analytics) ? undefined : (page.analytics as Analytics | undefined),
      );
      const { id, contact, identity, ask, createdAt } = submission;
      const nameOf = (name: string) => {
        const type = fieldType(name);
        return type === 'firstName' || type === 'birthday' ? type : name;
      };
      const traits = {
        ...Object.fromEntries(Object.entries(contact.fields ?? {}).map(([name, value]) => [nameOf(name), value])),
        ...(contact.email ? { email: contact.email } : {}),
        ...(contact.phone ? { phone: contact.phone } : {}),
      };
      const call = (name: string) => ({ messageId: `${id}-${name}`, timestamp: createdAt });
      // Traits go to the person of Segment's own cookie, which its script also writes from a link, however public.
      // Where that person is in doubt, only the event says who it is.
      const isTheirs = identity.certainty !== 'disputed' && !strangers.includes(ask.reason);
      const userId = identity.identifiers.find((i) => i.issuer === 'segment' && i.field === 'profile')?.value;
      if (isTheirs && userId) analytics.identify(userId, traits, call('identify'));
      else if (isTheirs) analytics.identify(traits, call('identify'));
      analytics.track(
        event,
        {
          submissionId: id,
          ask: ask.kind,
          reason: ask.reason,
          ...traits,
          consents: [granted.email, granted.sms].filter((c) => c !== undefined),
        },
        call('track'),
      );
      return { kind: 'taken', receipt: { outcome: 'unknown' } };
    },
  };
}
