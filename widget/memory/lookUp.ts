import { readLookup } from '../core/identity/lookup.ts';
import { toJson } from '../core/toJson.ts';
import { fromPage } from '../platform/fromPage.ts';
import { post } from '../platform/transport.ts';
import type { SignupContext } from '../signup/session.ts';
import { lookupKey } from '../signup/storageKeys.ts';

/** Milliseconds. */
const lookupTimeout = 1_500;

/** Asks the owner's lookup what is on file for the identifiers: at most once a tab session. */
export async function lookUp({ settings, runtime, decide }: SignupContext): Promise<void> {
  const { platform } = runtime;
  const { identity } = decide();
  const former = runtime.storageConsent === 'open' ? platform.session.get(lookupKey) : undefined;
  if (former !== undefined) runtime.amend({ lookup: readLookup(former, identity) });
  if (former !== undefined || !settings.lookup) return;
  // Noted before it is asked: one that fails is not asked again either.
  if (runtime.storageConsent === 'open') platform.session.set(lookupKey, '');
  const identifiers = identity.evidence.map(({ field, issuer, value }) => ({ field, issuer, value }));
  const body = toJson({ version: 1, store: settings.store, identifiers });
  const answer = await post({ url: fromPage(settings.lookup), body, timeout: lookupTimeout });
  if (answer.status !== 200) return;
  const text = toJson({
    ...(answer.body as object),
    for: identity.evidence.map((e) => e.key),
  });
  runtime.amend({ lookup: readLookup(text, identity) });
  if (runtime.storageConsent === 'open' && runtime.lookup) platform.session.set(lookupKey, text);
}
