import type { FieldError } from '../../core/submission/answer.ts';
import type { AdapterAnswer } from '../adapter.ts';
import type { ErrorBody } from './api.ts';

/**
 * The fields that a refusal points at. Klaviyo's own sentence is not shown: it is written for developers. A refusal of texts
 * for a country without a sending number names no field for certain, only the channel in its sentence:
 * https://community.klaviyo.com/topic/show?fid=64&tid=12192
 */
export function fieldErrors({ status, body }: AdapterAnswer): FieldError[] {
  if (status !== 400 && status !== 422) return [];
  const given = (Object(body) as ErrorBody).errors;
  const errors = Array.isArray(given) ? (given as NonNullable<ErrorBody['errors']>) : [];
  const said = errors.map((e) => `${e?.source?.pointer ?? ''} ${e?.detail ?? ''}`);
  const isAbout = (pattern: RegExp) => said.some((text) => pattern.test(text));
  return [
    ...(isAbout(/phone|\bsms\b|sending number|region/i) ? [{ field: 'contact.phone', code: 'phone.refused' }] : []),
    ...(isAbout(/attributes\/email|invalid email/i) ? [{ field: 'contact.email', code: 'email.refused' }] : []),
  ];
}
