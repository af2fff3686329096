import type { FieldError } from '../../core/submission/answer.ts';
import type { Submission } from '../../core/submission/submission.gen.ts';
import { emailOf } from './emailOf.ts';
import { isMixedScript } from './isMixedScript.ts';

/** Nobody types these, and whoever reads the text does not see them: controls, zero-width characters, turns of direction. */
const hidden = /\p{Cc}|\p{Zl}|\p{Zp}|\p{Default_Ignorable_Code_Point}|\p{Cf}|\u2800/u;
/** In other text, joiners are part of how names of several languages are written. */
const hiddenInText = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u;
const longestName = 60;
/** What makes an address of a name, in a mail that greets by it. */
const addressSigns = /[:/\\]/;

/** Text that is not what it looks like: an address of somebody else in disguise, or a name that is an advertisement. */
export function textErrors(submission: Submission): FieldError[] {
  const email = emailOf(submission);
  const errors: FieldError[] = [];
  if (email !== undefined && hidden.test(email)) errors.push({ field: 'contact.email', code: 'email.hidden' });
  if (email !== undefined && isMixedScript(email.slice(email.lastIndexOf('@') + 1))) {
    errors.push({ field: 'contact.email', code: 'email.script' });
  }
  for (const [name, value] of Object.entries(submission.contact.fields ?? {})) {
    // A name may be the sender's choice, and nothing that was sent is repeated.
    const field = name === 'firstName' ? 'contact.fields.firstName' : 'contact.fields';
    if (hiddenInText.test(value)) errors.push({ field, code: 'text.hidden' });
    else if (name === 'firstName' && !isName(value)) errors.push({ field, code: 'name.shape' });
  }
  return errors;
}

/** Whether a text can be what somebody is called: nothing that a mail which greets by it would make a link of. */
export function isName(value: string): boolean {
  return [...value].length <= longestName && !addressSigns.test(value);
}
