import type { FieldError } from '../../core/submission/answer.ts';
import type { Submission } from '../../core/submission/submission.gen.ts';
import schema from '../../schema/submission.v1.json' with { type: 'json' };
import { Problem } from '../http/problem.ts';
import { contactKey } from './contactKey.ts';
import { emailOf } from './emailOf.ts';
import { type Schema, schemaErrors } from './schemaErrors.ts';
import { textHash } from './textHash.ts';

/**
 * Checks a body against the published schema, and then what a schema cannot say: whose store it is, and that every
 * consent is for what was typed, in words that have not been changed since. A field that it does not know stays.
 *
 * @throws {Problem} 422 with the fields that are wrong
 */
export async function checkSubmission(body: unknown, store: string): Promise<Submission> {
  const broken = schemaErrors(schema as Schema, body);
  if (broken.length > 0) throw refused(broken);
  const submission = body as Submission;
  const errors = [...contactErrors(submission, store), ...(await consentErrors(submission))];
  if (errors.length > 0) throw refused(errors);
  return submission;
}

function contactErrors(submission: Submission, store: string): FieldError[] {
  const errors: FieldError[] = [];
  if (submission.store !== store) errors.push({ field: 'store', code: 'store.unknown' });
  if (submission.contact.phone === undefined && emailOf(submission) === undefined) {
    errors.push({ field: 'contact', code: 'contact.empty' });
  }
  return errors;
}

async function consentErrors(submission: Submission): Promise<FieldError[]> {
  const { consents, contact } = submission;
  const email = emailOf(submission);
  const codes: string[] = [];
  if (new Set(consents.map(({ channel }) => channel)).size < consents.length) codes.push('consent.twice');
  for (const consent of consents) {
    if (consent.textHash !== (await textHash(consent.text))) codes.push('consent.hash');
    const isTheirs =
      consent.channel === 'sms'
        ? consent.to === contact.phone
        : email !== undefined && contactKey(consent.to) === contactKey(email);
    if (consent.granted && !isTheirs) codes.push('consent.to');
  }
  const isConsented = consents.some(({ channel, to, granted }) => channel === 'sms' && granted && to === contact.phone);
  if (contact.phone !== undefined && !isConsented) codes.push('consent.missing');
  return [...new Set(codes)].map((code) => ({ field: 'consents', code }));
}

function refused(errors: readonly FieldError[]): Problem {
  return new Problem(422, 'This cannot be taken as it is', { errors });
}
