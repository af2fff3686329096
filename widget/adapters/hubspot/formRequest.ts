import type { Submission } from '../../core/submission/submission.gen.ts';
import type { AdapterTools, FieldType, Granted } from '../adapter.ts';
import type { FormRequest } from './api.ts';

/** What the form and the account are made of. */
export interface FormNames {
  /** The internal name of the form's field for the number. */
  readonly phoneField: string;
  readonly subscriptions: { readonly email?: number | undefined; readonly sms?: number | undefined };
}

/** Reasons for which the visitor is not the person of the browser's cookie. */
const strangers = ['not-you', 'disputed', 'shared-link'];

/**
 * The properties that every account has: https://knowledge.hubspot.com/properties/hubspots-default-contact-properties. A field of
 * another type goes to the form's field of its own name.
 */
const propertyOf: { readonly [T in FieldType]?: string } = { firstName: 'firstname', birthday: 'date_of_birth' };

/** A submission in the format of HubSpot's form; undefined without an email, which a contact needs. */
export function formRequest(
  submission: Submission,
  granted: Granted,
  names: FormNames,
  cookie: string | undefined,
  fieldType: AdapterTools['fieldType'] = () => 'text',
): FormRequest | undefined {
  const { contact, identity, ask, page, createdAt } = submission;
  const email = contact.email ?? identity.identifiers.find((i) => i.field === 'email')?.value;
  if (!email) return undefined;
  // HubSpot identifies by the cookie before the email, and has been seen to overwrite the former person's email:
  // https://github.com/mitodl/mitxpro/issues/2660
  const isTheirs = identity.certainty !== 'disputed' && !strangers.includes(ask.reason);
  const field = (name: string, value: string) => ({ objectTypeId: '0-1', name, value }) as const;
  const consents = [granted.email, granted.sms].filter((c) => c !== undefined);
  return {
    submittedAt: String(Date.parse(createdAt)),
    fields: [
      field('email', email),
      ...(contact.phone ? [field(names.phoneField, contact.phone)] : []),
      ...Object.entries(contact.fields ?? {}).map(([name, value]) => field(propertyOf[fieldType(name)] ?? name, value)),
    ],
    context: { ...(cookie && isTheirs ? { hutk: cookie } : {}), pageUri: page.url },
    ...(consents.length > 0
      ? {
          legalConsentOptions: {
            consent: {
              consentToProcess: true,
              // Each consent with its text; without a subscription type for it in the account, the text is kept here.
              text: consents.map((c) => c.text).join('\n\n'),
              communications: consents.flatMap(({ channel, text }) => {
                const subscriptionTypeId = names.subscriptions[channel];
                return subscriptionTypeId === undefined ? [] : [{ value: true, subscriptionTypeId, text }];
              }),
            },
          },
        }
      : {}),
  };
}
