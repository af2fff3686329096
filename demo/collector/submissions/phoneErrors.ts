import { type NumberType, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { FieldError } from '../../../widget/index.ts';
import type { Policy } from '../policy.ts';

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
export function phoneErrors(phone: string | undefined, phones: Policy['phones']): FieldError[] {
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
