import { PlatformError } from '../platformError.ts';
import type { KlaviyoAnswer } from './api.ts';
import { VisitorError } from './visitorError.ts';

/**
 * Why a 400 came. Where it points at what the visitor typed, the visitor can mend it: a number that cannot exist, or of a
 * country that this account has no sending number for
 * (https://community.klaviyo.com/topic/show?fid=64&tid=12192). Everything else is the owner's to mend, and is tried again.
 */
export function refused(answer: KlaviyoAnswer, step: string): Error {
  const pointers = answer.errors.map(({ source }) => source?.pointer ?? '');
  if (pointers.some((pointer) => /phone_number|\/sms\b/.test(pointer)))
    return new VisitorError('contact.phone', 'phone.refused');
  if (pointers.some((pointer) => /attributes\/email$/.test(pointer)))
    return new VisitorError('contact.email', 'email.refused');
  return new PlatformError({ code: 'platform.refused', status: answer.status, step });
}
