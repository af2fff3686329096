import type { FieldError } from '../../core/submission/answer.ts';
import type { Submission } from '../../core/submission/submission.gen.ts';
import { contactKey } from './contactKey.ts';
import { emailOf } from './emailOf.ts';
import { textHash } from './textHash.ts';

/** Consents that do not fit: words that are not those of their hash, another contact's, a channel twice, a number without one. */
export async function consentErrors(submission: Submission): Promise<FieldError[]> {
  const { consents, contact } = submission;
  const email = emailOf(submission);
  const codes: string[] = [];
  if (new Set(consents.map(({ channel }) => channel)).size < consents.length) codes.push('consent.twice');
  for (const { channel, to, granted, text, textHash: told } of consents) {
    if (told !== (await hashOfWords(text))) codes.push('consent.hash');
    const isTheirs =
      channel === 'sms' ? to === contact.phone : email !== undefined && contactKey(to) === contactKey(email);
    if (granted && !isTheirs) codes.push('consent.to');
  }
  const isConsented = consents.some(({ channel, to, granted }) => channel === 'sms' && granted && to === contact.phone);
  if (contact.phone !== undefined && !isConsented) codes.push('consent.missing');
  return [...new Set(codes)].map((code) => ({ field: 'consents', code }));
}

/** Hashes of the last words: a shop has few of them, and each sign-up has them twice. */
const hashes = new Map<string, string>();
const mostHashes = 50;

async function hashOfWords(text: string): Promise<string> {
  const known = hashes.get(text);
  if (known !== undefined) return known;
  const hash = await textHash(text);
  if (hashes.size >= mostHashes) hashes.clear();
  hashes.set(text, hash);
  return hash;
}
