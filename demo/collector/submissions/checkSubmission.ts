import { createHash } from 'node:crypto';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { type NumberType, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { FieldError, Submission } from '../../../widget/index.ts';
import { contactKey } from '../../../widget/relay/index.ts';
import schema from '../../../widget/schema/submission.v1.json' with { type: 'json' };
import type { Policy } from '../dependencies.ts';
import { invalid } from '../http/problem.ts';
import { isStoreName } from '../http/storeOf.ts';

const isSubmission = new Ajv2020({ allErrors: true, strict: true }).compile<Submission>(schema);
const mostErrors = 20;

/**
 * Checks a body against the published schema, and then what a schema cannot say.
 *
 * @throws {Problem} 422 with the fields that are wrong
 */
export function checkSubmission(body: unknown, policy: Pick<Policy, 'phones' | 'clock'>, now: number): Submission {
  if (!isSubmission(body)) throw invalid(422, (isSubmission.errors ?? []).slice(0, mostErrors).map(errorFrom));
  const errors = [
    ...contactErrors(body, policy.phones),
    ...consentErrors(body),
    ...timeErrors(body, now, policy.clock),
  ];
  if (errors.length > 0) throw invalid(422, errors);
  return body;
}

/** The email that a submission stands for: typed, or carried by the claim that won. A disputed claim carries none. */
export function emailOf({ contact, identity }: Submission): string | undefined {
  if (contact.email !== undefined || identity.certainty === 'disputed') return contact.email;
  return identity.identifiers.find(({ field, value }) => field === 'email' && /^[^@\s]+@[^@\s]+$/.test(value))?.value;
}

function contactErrors(submission: Submission, phones: Policy['phones']): FieldError[] {
  const { contact, store } = submission;
  const errors: FieldError[] = [];
  if (!isStoreName(store)) errors.push({ field: 'store', code: 'store.name' });
  errors.push(...phoneErrors(contact.phone, phones));
  if (contact.phone === undefined && emailOf(submission) === undefined) {
    errors.push({ field: 'contact', code: 'contact.empty' });
  }
  return errors;
}

function consentErrors(submission: Submission): FieldError[] {
  const { consents, contact } = submission;
  const email = emailOf(submission);
  const errors: FieldError[] = [];
  const refuse = (code: string) => errors.push({ field: 'consents', code });
  if (new Set(consents.map((consent) => consent.channel)).size < consents.length) refuse('consent.twice');
  for (const { channel, to, granted, text, textHash } of consents) {
    if (textHash !== `sha256-${createHash('sha256').update(text, 'utf8').digest('hex')}`) refuse('consent.hash');
    const isTheirs =
      channel === 'sms' ? to === contact.phone : email !== undefined && contactKey(to) === contactKey(email);
    if (granted && !isTheirs) refuse('consent.to');
  }
  const isConsented = consents.some(({ channel, to, granted }) => channel === 'sms' && granted && to === contact.phone);
  if (contact.phone !== undefined && !isConsented) refuse('consent.missing');
  return errors;
}

/**
 * `/contact/phone` as `contact.phone`; everything inside a list is told at the list, and a field that the sender has named at
 * what holds it: a name may be anything, and nothing that was sent is repeated.
 */
function errorFrom(error: ErrorObject): FieldError {
  const missing = error.keyword === 'required' ? `/${String(error.params.missingProperty)}` : '';
  const path = `${error.instancePath}${missing}`.slice(1).split('/');
  if (/\/additionalProperties(\/|$)/.test(error.schemaPath)) path.pop();
  const list = path.findIndex((part) => /^\d+$/.test(part));
  const field = (list < 0 ? path : path.slice(0, list)).join('.');
  return { field, code: `schema.${error.keyword}`, ...(error.message ? { message: error.message } : {}) };
}

/** Numbers that are nobody's telephone. To text some of them costs whoever texts. */
const unfit: readonly NumberType[] = [
  'PREMIUM_RATE',
  'SHARED_COST',
  'TOLL_FREE',
  'PERSONAL_NUMBER',
  'UAN',
  'VOICEMAIL',
  'PAGER',
];

/** Looks at a number with the metadata of all kinds of numbers, where a browser has those of mobile ones. */
function phoneErrors(phone: string | undefined, phones: Policy['phones']): FieldError[] {
  if (phone === undefined) return [];
  const parsed = parsePhoneNumberFromString(phone);
  const refuse = (code: string): FieldError[] => [
    { field: 'contact.phone', code, message: 'This is not a phone number.' },
  ];
  if (!parsed?.isPossible()) return refuse('phone.impossible');
  if (phones === 'possible') return [];
  if (!parsed.isValid()) return refuse('phone.invalid');
  return unfit.includes(parsed.getType()) ? refuse('phone.kind') : [];
}

const message = 'The clock of this device seems to be wrong.';

/** Times that cannot be: later than now, or longer ago than a browser keeps what it has not sent. */
function timeErrors(
  { createdAt, consents }: Pick<Submission, 'createdAt' | 'consents'>,
  now: number,
  { ahead, behind }: NonNullable<Policy['clock']> = { ahead: Infinity, behind: Infinity },
): FieldError[] {
  const codeOf = (instant: string, name: string) => {
    const at = Date.parse(instant);
    // An instant of the right shape may still be none, as 25 o’clock.
    if (Number.isNaN(at)) return `${name}.none`;
    if (at > now + ahead) return `${name}.future`;
    return at < now - behind ? `${name}.past` : undefined;
  };
  const created = codeOf(createdAt, 'time');
  const checked = consents.flatMap(({ checkedAt }) => codeOf(checkedAt, 'consent') ?? [])[0];
  return [
    ...(created ? [{ field: 'createdAt', code: created, message }] : []),
    ...(checked ? [{ field: 'consents', code: checked, message }] : []),
  ];
}
