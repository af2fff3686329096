import type { Submission } from '../../core/submission/submission.gen.ts';
import { PlatformError } from '../platformError.ts';
import type { KlaviyoAnswer, KlaviyoApi } from './api.ts';
import { marks } from './marks.ts';
import type { Place } from './place.ts';
import { refused } from './refused.ts';

interface Written {
  readonly id: string;
  /** Whether the number is on that profile. */
  readonly hasPhone: boolean;
}

interface Attributes {
  readonly email?: string;
  readonly phone_number?: string;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly properties?: Readonly<Record<string, string>>;
}

/**
 * Makes the profile, or adds what is missing on it. A number on file is replaced, which no request of a browser can do
 * (https://developers.klaviyo.com/en/reference/create_client_profile). Only what changes is sent: Klaviyo has answered
 * `duplicate_profile` to identifiers that were the profile's own (https://github.com/klaviyo/klaviyo-api-php/issues/63).
 */
export async function writeProfile(
  api: KlaviyoApi,
  submission: Submission,
  { email, now }: { readonly email: string | undefined; readonly now: number },
  where: Place,
): Promise<Written> {
  const { into, isAlone, setsPhone: mayHoldPhone } = where;
  const { phone } = submission.contact;
  // Whoever has that number has not said this.
  if (isAlone && into) return { id: into.id, hasPhone: true };
  const attributes = changes(submission, { email, now, where, mayHoldPhone });
  const answer = await send(api, into?.id, attributes);
  const hasPhone = mayHoldPhone && phone !== undefined;
  if (answer === undefined || isDuplicateOf(answer, into?.id)) return { id: into?.id ?? '', hasPhone };
  const isMoreThanPhone = into !== undefined || attributes.email !== undefined;
  if (answer.status === 409 && attributes.phone_number !== undefined && isMoreThanPhone) {
    // Somebody took the number since it was looked up.
    const second = await send(api, into?.id, changes(submission, { email, now, where, mayHoldPhone: false }));
    return { id: second === undefined ? (into?.id ?? '') : idOf(second), hasPhone: false };
  }
  return { id: idOf(answer), hasPhone };
}

function changes(
  submission: Submission,
  about: {
    readonly email: string | undefined;
    readonly now: number;
    readonly where: Place;
    readonly mayHoldPhone: boolean;
  },
): Attributes {
  const { email, now, where, mayHoldPhone } = about;
  const { into } = where;
  const { phone, fields } = submission.contact;
  const { firstName, lastName } = fields ?? {};
  const consent = submission.consents.find(({ channel, granted }) => channel === 'sms' && granted);
  // A number that is folded in comes with the merge, and is noted all the same.
  const isTheirs = phone !== undefined && (mayHoldPhone || where.fold !== undefined);
  const isNewPhone = isTheirs && into?.phone !== phone;
  return {
    ...(email === undefined || into?.email !== undefined ? {} : { email }),
    ...(isNewPhone && mayHoldPhone ? { phone_number: phone } : {}),
    // A typed email is no proof, so a name on file stays.
    ...(firstName && !into?.firstName ? { first_name: firstName } : {}),
    ...(lastName && !into?.lastName ? { last_name: lastName } : {}),
    // The mark makes whoever names it the person who gave the number.
    ...(isTheirs && consent && (isNewPhone || where.isMailed) && into?.properties[marks.consent] !== consent.id
      ? {
          properties: {
            [marks.consent]: consent.id,
            ...(where.isByLink && isNewPhone ? { [marks.linkedAt]: new Date(now).toISOString() } : {}),
          },
        }
      : {}),
  };
}

/**
 * Undefined where nothing had to be changed. A new profile is made by a request that only creates: "create or update"
 * would find the holder of a number that was taken a moment ago, and write this email over theirs.
 */
async function send(
  api: KlaviyoApi,
  id: string | undefined,
  attributes: Attributes,
): Promise<KlaviyoAnswer | undefined> {
  if (id !== undefined && Object.keys(attributes).length === 0) return undefined;
  return id === undefined
    ? api({
        step: 'profile',
        method: 'POST',
        path: '/api/profiles',
        body: { data: { type: 'profile', attributes } },
      })
    : api({
        step: 'profile',
        method: 'PATCH',
        path: `/api/profiles/${encodeURIComponent(id)}`,
        body: { data: { type: 'profile', id, attributes } },
      });
}

function isDuplicateOf({ status, errors }: KlaviyoAnswer, id: string | undefined): boolean {
  return status === 409 && id !== undefined && errors.some(({ meta }) => meta?.duplicate_profile_id === id);
}

function idOf(answer: KlaviyoAnswer): string {
  if (answer.status === 409) throw new PlatformError({ code: 'platform.conflict', status: 409, step: 'profile' });
  if (answer.status === 400) throw refused(answer, 'profile');
  return (answer.data as { readonly id: string }).id;
}
