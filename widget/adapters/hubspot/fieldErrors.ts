import type { FieldError } from '../../core/submission/answer.ts';
import type { AdapterAnswer } from '../adapter.ts';
import type { ErrorBody } from './api.ts';

/** The fields that a refusal names. A field that the form has not is the owner's to mend, not the visitor's. */
export function fieldErrors({ status, body }: AdapterAnswer, phoneField: string): FieldError[] {
  const given = status === 400 ? (Object(body) as ErrorBody).errors : undefined;
  const errors = Array.isArray(given) ? (given as NonNullable<ErrorBody['errors']>) : [];
  return errors.flatMap((e) => {
    if (e?.errorType === 'FIELD_NOT_IN_FORM_DEFINITION') return [];
    const name = /'fields\.([^']+)'/.exec(e?.message ?? '')?.[1];
    if (name === 'email') return [{ field: 'contact.email', code: 'email.refused' }];
    return name === phoneField ? [{ field: 'contact.phone', code: 'phone.refused' }] : [];
  });
}
