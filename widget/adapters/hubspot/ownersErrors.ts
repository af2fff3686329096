import type { AdapterAnswer } from '../adapter.ts';
import type { ErrorBody } from './api.ts';

/** Seconds. The owner has to change the form; until then, trying more often changes nothing. */
export const untilMended = 1_800;

/** What only the owner can mend, by HubSpot's own names: see the sources in `api.ts`. */
const mended: Readonly<Record<string, string>> = {
  FORM_HAS_RECAPTCHA_ENABLED: 'turn off the form’s reCAPTCHA, which no page can answer through the API',
  FIELD_NOT_IN_FORM_DEFINITION: 'add the field to the form',
  REQUIRED_FIELD: 'make the field optional in the form, or ask for it',
  VALUE_NOT_IN_FIELD_DEFINITION: 'add the value to the choices of the field',
};

function errorsOf({ status, body }: AdapterAnswer): NonNullable<ErrorBody['errors']> {
  const given = status === 400 ? (Object(body) as ErrorBody).errors : undefined;
  return Array.isArray(given) ? given.filter((error) => typeof error === 'object' && error !== null) : [];
}

/** Whether it was the cookie that was refused, and nothing else. */
export function isCookieRefused(answer: AdapterAnswer): boolean {
  const errors = errorsOf(answer);
  return errors.length > 0 && errors.every(({ errorType, message }) => /hutk/i.test(`${errorType} ${message}`));
}

/** What the owner has to do, without a word of what the visitor gave; undefined where the owner can do nothing. */
export function ownersErrors(answer: AdapterAnswer): string | undefined {
  const found = errorsOf(answer).flatMap(({ errorType = '', message = '' }) => {
    const what = Object.hasOwn(mended, errorType) ? mended[errorType] : undefined;
    const [, field] = /'fields\.([\w-]+)'/.exec(message) ?? [];
    return what ? [`${errorType}${field ? ` (${field})` : ''}: ${what}`] : [];
  });
  return found.length > 0 ? [...new Set(found)].join('; ') : undefined;
}
