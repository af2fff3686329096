import { maskEmail } from './contact/mask.ts';
import type { Receipt } from './submission/answer.ts';
import type { Submission } from './submission/submission.gen.ts';
import { toldId } from './submission/toldId.ts';

const hidden = '•••';

/** A submission as it may be shown to anybody who looks over the visitor's shoulder: complete, with masked values. */
export function redactSubmission(submission: Submission): Submission {
  const { id, follows, replaces, identity, contact, consents, context, page } = submission;
  const { email, phone, typedPhone, fields } = contact;
  return {
    ...submission,
    id: shownId(id),
    ...(follows === undefined ? {} : { follows: shownId(follows) }),
    // Who names the consent of a former number counts as the person who gave it.
    ...(replaces === undefined ? {} : { replaces: { consentId: shownId(replaces.consentId) } }),
    identity: { ...identity, identifiers: identity.identifiers.map((i) => ({ ...i, value: hidden })) },
    contact: {
      ...(email === undefined ? {} : { email: maskEmail(email) }),
      ...(phone === undefined ? {} : { phone: maskPhone(phone) }),
      ...(typedPhone === undefined ? {} : { typedPhone: hidden }),
      ...(fields === undefined ? {} : { fields: hide(fields) as typeof fields }),
    },
    consents: consents.map((c) => {
      // The consent text may contain the number; its hash would then reveal the number to anybody who tries all
      // numbers.
      const text = c.text.replace(/\+[\d ()-]{6,}\d/g, maskPhone);
      const textHash = text === c.text ? c.textHash : hidden;
      return {
        ...c,
        id: shownId(c.id),
        page: withoutQuery(c.page),
        to: c.channel === 'sms' ? maskPhone(c.to) : maskEmail(c.to),
        text,
        textHash,
      };
    }),
    page: {
      ...page,
      url: withoutQuery(page.url),
      ...(page.utm === undefined ? {} : { utm: hide(page.utm) as typeof page.utm }),
    },
    ...(context === undefined ? {} : { context: hide(context) as typeof context }),
  };
}

/** A receipt without its token. Its hint should be masked already, but a collector may have forgotten that. */
export function redactReceipt(receipt: Receipt): Receipt {
  const { identity, hint } = receipt;
  return {
    ...receipt,
    ...(identity === undefined ? {} : { identity: hidden }),
    ...(hint === undefined ? {} : { hint: maskEmail(hint) }),
  };
}

/** The part of an id that others are told, in the shape of one. */
function shownId(id: string): string {
  return `${toldId(id)}-8000-000000000000`;
}

/** `+447700900982` as `+44•••982`. */
function maskPhone(number: string): string {
  return `${number.slice(0, 3)}${hidden}${number.slice(-3)}`;
}

/** What a parameter holds is the owner's to know, and may be an address. */
function withoutQuery(url: string): string {
  return url.replace(/\?.*$/s, `?${hidden}`);
}

function hide(values: object): Record<string, string> {
  return Object.fromEntries(Object.keys(values).map((name) => [name, hidden]));
}
