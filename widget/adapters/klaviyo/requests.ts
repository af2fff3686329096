import type { Consent, Submission } from '../../core/submission/submission.gen.ts';
import type { AdapterTools, Granted } from '../adapter.ts';
import type { EventRequest, ProfileAttributes, ProfileRequest, SubscriptionRequest, Subscriptions } from './api.ts';
import type { Lists } from './lists.ts';

/** One request of the client API. */
export interface Call {
  readonly path: 'subscriptions' | 'profiles' | 'events';
  readonly body: SubscriptionRequest | ProfileRequest | EventRequest;
}

/**
 * What has to be sent for a submission, in order. Texts come first: where they are refused, as for a country without a
 * sending number, nothing has happened yet.
 */
export function requestsFor(
  submission: Submission,
  granted: Granted,
  lists: Lists,
  fieldType: AdapterTools['fieldType'] = () => 'text',
): Call[] {
  const { contact, identity, replaces } = submission;
  const idOf = (field: 'profile' | 'email') => identity.identifiers.find((i) => i.field === field)?.value;
  const email = contact.email ?? idOf('email');
  const known = idOf('profile');
  const person: ProfileAttributes = { ...(email ? { email } : {}), ...(known ? { _kx: known } : {}) };
  // The client API never changes a number, but answers 202 nevertheless. Next to the profile's other identifiers the
  // consent might count for the former number, which nobody has agreed to; so a number that replaces one stands alone.
  const texted: ProfileAttributes = granted.sms
    ? { ...(replaces ? {} : person), phone_number: granted.sms.to }
    : person;
  const mailed = replaces ? person : texted;

  const mailList = lists.email ?? lists.sms;
  const textList = lists.sms ?? lists.email;
  const calls: Call[] = [];
  const isLonely = texted.phone_number !== undefined && !texted.email;
  // A subscription of a number alone has been seen to leave no data behind; the profile call was what helped:
  // https://community.klaviyo.com/marketing-30/create-new-profile-via-api-with-phone-number-only-13765
  const fields = fieldsOf(contact.fields ?? {}, fieldType);
  if (isLonely || !(granted.sms || granted.email)) calls.push(profileCall({ ...texted, ...fields }));
  const isOneCall = !replaces && granted.sms && granted.email && mailList === textList;
  if (isOneCall) calls.push(subscriptionCall({ ...texted, ...fields }, ['sms', 'email'], textList, submission));
  else {
    if (granted.sms) calls.push(subscriptionCall({ ...texted, ...fields }, ['sms'], textList, submission));
    if (granted.email) calls.push(subscriptionCall({ ...mailed, ...fields }, ['email'], mailList, submission));
  }
  if (granted.sms) calls.push(eventCall(texted, granted.sms));
  if (granted.email) calls.push(eventCall(mailed, granted.email));
  return calls;
}

/** The first name is an attribute of every profile; all else is a property of the owner's own. */
function fieldsOf(
  fields: Readonly<Record<string, string>>,
  fieldType: AdapterTools['fieldType'],
): Pick<ProfileAttributes, 'first_name' | 'properties'> {
  const [first] = Object.entries(fields).filter(([name]) => fieldType(name) === 'firstName');
  const others = Object.entries(fields).filter(([name]) => name !== first?.[0]);
  return {
    ...(first ? { first_name: first[1] } : {}),
    ...(others.length > 0 ? { properties: Object.fromEntries(others) } : {}),
  };
}

function profileCall(attributes: ProfileAttributes): Call {
  return { path: 'profiles', body: { data: { type: 'profile', attributes } } };
}

function subscriptionCall(
  person: ProfileAttributes,
  channels: readonly (keyof Subscriptions)[],
  list = '',
  { widget }: Submission,
): Call {
  const subscribed = { marketing: { consent: 'SUBSCRIBED' } } as const;
  const subscriptions: Subscriptions = Object.fromEntries(channels.map((channel) => [channel, subscribed]));
  return {
    path: 'subscriptions',
    body: {
      data: {
        type: 'subscription',
        attributes: {
          custom_source: `hello-again:${widget.signup}`,
          profile: { data: { type: 'profile', attributes: { ...person, subscriptions } } },
        },
        relationships: { list: { data: { type: 'list', id: list } } },
      },
    },
  };
}

/** The consent text, on the profile that was subscribed. */
function eventCall(person: ProfileAttributes, consent: Consent): Call {
  const { id, granted: _granted, ...record } = consent;
  return {
    path: 'events',
    body: {
      data: {
        type: 'event',
        attributes: {
          metric: { data: { type: 'metric', attributes: { name: 'Hello Again consent' } } },
          profile: { data: { type: 'profile', attributes: person } },
          properties: { consentId: id, ...record },
          time: consent.checkedAt,
          unique_id: id,
        },
      },
    },
  };
}
