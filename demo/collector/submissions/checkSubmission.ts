import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { type NumberType, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { FieldError, Submission } from '../../../widget/index.ts';
import { submissionErrors } from '../../../widget/relay/index.ts';
import schema from '../../../widget/schema/submission.v1.json' with { type: 'json' };
import type { Policy } from '../dependencies.ts';
import { invalid } from '../http/problem.ts';
import { isStoreName } from '../http/storeOf.ts';
import { withoutLooseText } from './withoutLooseText.ts';

const isSubmission = new Ajv2020({ allErrors: true, strict: true }).compile<Submission>(schema);
const mostErrors = 20;

/**
 * Checks a body against the published schema, and then what a schema cannot say.
 *
 * @returns the submission, with free text cut where it would outlive its person
 * @throws {Problem} 422 with the fields that are wrong
 */
export async function checkSubmission(
  body: unknown,
  policy: Pick<Policy, 'phones' | 'clock'>,
  now: number,
): Promise<Submission> {
  if (!isSubmission(body)) throw invalid(422, (isSubmission.errors ?? []).slice(0, mostErrors).map(errorFrom));
  const errors = [
    ...(isStoreName(body.store) ? [] : [{ field: 'store', code: 'store.name' }]),
    ...phoneErrors(body.contact.phone, policy.phones),
    ...(await submissionErrors(body, { now, clock: policy.clock })),
  ];
  if (errors.length > 0) throw invalid(422, errors);
  return withoutLooseText(body);
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
  // Satellites and networks of no country: to text them costs whoever texts, and no shop's customers have one.
  if (parsed.isNonGeographic()) return refuse('phone.kind');
  if (phones === 'possible') return [];
  // It has no kind where no plan hands it out.
  const kind = parsed.getType();
  if (kind === undefined) return refuse('phone.invalid');
  return unfit.includes(kind) ? refuse('phone.kind') : [];
}
