import type { RawOptions, Settings } from '../config/settings.ts';
import { consentRecord } from '../core/contact/consent.ts';
import { cutUrl } from '../core/submission/pageUrl.ts';
import { makeSubmission } from '../core/submission/payload.ts';
import type { Consent, Submission } from '../core/submission/submission.gen.ts';
import { toJson } from '../core/toJson.ts';
import { fingerprintOf } from '../memory/remember.ts';
import { sha256 } from '../platform/sha256.ts';
import { visitorFacts } from '../platform/visitor.ts';
import type { Given, SignupContext } from '../signup/session.ts';
import { readSendingOptions } from './readSendingOptions.ts';

/** Makes ids of submissions and consents: UUIDv7. */
export type NewId = () => string;

/** Makes the submission, with a record of every box that belongs to something given. `false`: the host stopped it. */
export async function prepareSubmission(
  context: SignupContext,
  given: Given,
  newId: NewId,
): Promise<Submission | false> {
  const { settings, runtime } = context;
  const { platform } = runtime;
  const { keptParameters: keepParameters } = readSendingOptions(settings);
  const page = platform.page();
  const now = platform.now();
  const consents: Consent[] = [];
  for (const shown of given.shown) {
    const to = shown.channel === 'sms' ? given.phone : given.email;
    if (!to) continue;
    consents.push(
      consentRecord(shown, {
        id: newId(),
        to,
        hash: await sha256(shown.text),
        now: new Date(now).toISOString(),
        page: cutUrl(page.url, keepParameters),
      }),
    );
  }
  const replacesConsent = await replacedConsent(context, given);
  const arrivedAt =
    runtime.storageConsent === 'open' || runtime.storageConsent === 'page' ? platform.address.captured : '';
  const submission = makeSubmission({
    ...given,
    id: newId(),
    now,
    store: settings.store,
    isTest: settings.test,
    contact: given,
    consents,
    page,
    visitor: visitorFacts(),
    keepParameters,
    widgetVersion: __VERSION__,
    signup: settings.id,
    variant: context.variant,
    config: await fingerprint(settings),
    storage: runtime.storageConsent,
    replacesConsent,
    arrivedAt,
  });
  return withContext(submission, settings.beforeSubmit);
}

/**
 * A fingerprint of the owner's options. It leaves out what belongs to the page view or to this page only, and what is
 * no option, because its name differs in the script tag's build.
 */
async function fingerprint({
  into: _into,
  nonce: _nonce,
  collector: _collector,
  isMisconfigured: _own,
  ...options
}: Settings & RawOptions): Promise<string | undefined> {
  try {
    return (await sha256(toJson(options))).slice(0, 12);
  } catch {
    // The host's own objects may lead in circles.
    return undefined;
  }
}

/** The remembered consent of this person's former number, when the number given is another one. */
async function replacedConsent(context: SignupContext, given: Given): Promise<string | undefined> {
  const former = context.runtime.memory().acknowledged.consents.find((c) => c.channel === 'sms');
  if (!former || !given.phone || !given.identity.isRemembered) return undefined;
  return former.tag === (await fingerprintOf(context.runtime, given.phone)) ? undefined : former.id;
}

/** The host may add `context` or stop the submission; everything else is ours, and its errors are not the visitor's. */
function withContext(
  submission: Submission,
  beforeSubmit: SignupContext['settings']['beforeSubmit'],
): Submission | false {
  if (!beforeSubmit) return submission;
  try {
    const answer = beforeSubmit(JSON.parse(toJson(submission)) as Submission);
    if (answer === false) return false;
    return answer?.context ? { ...submission, context: answer.context } : submission;
  } catch {
    return submission;
  }
}
