import type { Kind } from './table.ts';

/**
 * An option of an adapter: the script tag's attribute without `data-`, what it must be (`!`: not without it), and what the
 * adapter's function in the npm module calls it.
 */
type AdapterRow = readonly [attribute: string, kind: Kind, name: string];

/** The adapters that come with the package, as `data-to` names them, with the options of each. */
export const adapterTable: Readonly<Record<string, readonly AdapterRow[]>> = {
  klaviyo: [
    ['klaviyoCompany', 'klaviyoKey!', 'companyId'],
    ['klaviyoEmailList', 'text', 'lists.email'],
    ['klaviyoSmsList', 'text', 'lists.sms'],
  ],
  hubspot: [
    ['hubspotPortal', 'digits!', 'portalId'],
    ['hubspotForm', 'text!', 'formId'],
    ['hubspotRegion', 'na1|eu1', 'region'],
    ['hubspotPhoneField', 'text', 'phoneField'],
    ['hubspotEmailSubscription', 'number', 'subscriptions.email'],
    ['hubspotSmsSubscription', 'number', 'subscriptions.sms'],
  ],
  segment: [['segmentEvent', 'text', 'event']],
  webhook: [
    ['webhookUrl', 'url!', 'url'],
    ['webhookFormat', 'json|form|text', 'format'],
  ],
  dataLayer: [
    ['dataLayerName', 'text', 'name'],
    ['dataLayerIncludeContact', 'flag', 'includeContact'],
  ],
};
