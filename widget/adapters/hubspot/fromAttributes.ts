import type { Adapter } from '../adapter.ts';
import { type HubspotOptions, hubspot } from './index.ts';

/** From the attributes of the script tag. */
export function fromAttributes(given: Readonly<Record<string, unknown>>): Adapter {
  const text = (name: string) => (given[name] === undefined ? undefined : String(given[name]));
  const number = (name: string) => (given[name] === undefined ? undefined : Number(given[name]));
  return hubspot({
    portalId: text('hubspotPortal') ?? '',
    formId: text('hubspotForm') ?? '',
    phoneField: text('hubspotPhoneField'),
    region: text('hubspotRegion') as HubspotOptions['region'],
    subscriptions: { email: number('hubspotEmailSubscription'), sms: number('hubspotSmsSubscription') },
  });
}
