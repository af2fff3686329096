import { describe, expect, test } from 'vitest';
import { hubspot } from '../adapters/hubspot/index.ts';
import { klaviyo } from '../adapters/klaviyo/index.ts';
import { webhook } from '../adapters/webhook/index.ts';
import { complete } from '../test/fixtures.ts';
import { adapterTable } from './adapterTable.ts';
import { checkOptions } from './check.ts';
import { fromDataset } from './dataset.ts';

const { collector, ...others } = complete;
const byTag = (attributes: Record<string, string>) =>
  checkOptions({ ...others, ...fromDataset(attributes) }).map(({ message }) => message);
const byModule = (given: unknown) => checkOptions({ ...others, collector: given }).map(({ message }) => message);

const tags: Readonly<Record<string, Record<string, string>>> = {
  klaviyo: { klaviyoCompany: 'AbC123', klaviyoEmailList: 'MAIL01', klaviyoSmsList: 'TEXT01' },
  hubspot: {
    hubspotPortal: '1234567',
    hubspotForm: 'f0-1',
    hubspotRegion: 'eu1',
    hubspotPhoneField: 'mobilephone',
    hubspotEmailSubscription: '7',
    hubspotSmsSubscription: '8',
  },
  segment: { segmentEvent: 'Joined' },
  webhook: { webhookUrl: 'https://hooks.example.com/x', webhookFormat: 'form' },
  dataLayer: { dataLayerName: 'tags', dataLayerIncludeContact: '' },
};

describe('the script tag', () => {
  test.each(Object.entries(tags))(
    'is accepted with data-to="%s" and all attributes of that adapter',
    (to, attributes) => {
      expect(byTag({ to, ...attributes, collectorLinksBy: 'email' })).toEqual([]);
      expect(Object.keys(attributes)).toEqual(adapterTable[to]?.map(([attribute]) => attribute));
    },
  );

  test.each<[Record<string, string>, string]>([
    [
      { to: 'klavio' },
      'hello-again: option `to` is "klavio"; expected klaviyo, hubspot, segment, webhook, dataLayer; did you mean `klaviyo`?',
    ],
    [
      { to: 'klaviyo', klaviyoEmailList: 'M' },
      'hello-again: option `klaviyoCompany` is missing; expected the public API key',
    ],
    [
      { to: 'klaviyo', klaviyoCompany: 'pk_0123456789', klaviyoSmsList: 'T' },
      'hello-again: option `klaviyoCompany` is "pk_…"; expected the public API key, six letters and digits; never a private one',
    ],
    [
      { to: 'klaviyo', klaviyoCompany: 'AbC123' },
      'hello-again: option `klaviyoEmailList` is missing; expected the id of a list',
    ],
    [{ to: 'hubspot', hubspotForm: 'f' }, 'hello-again: option `hubspotPortal` is missing; expected digits'],
    [
      { to: 'hubspot', hubspotPortal: '1', hubspotForm: 'f', hubspotRegion: 'eu' },
      'hello-again: option `hubspotRegion` is "eu"; expected na1, eu1',
    ],
    [{ to: 'webhook' }, 'hello-again: option `webhookUrl` is missing; expected an http(s) address'],
    [
      { to: 'segment', webhookUrl: 'https://hooks.example.com/x' },
      'hello-again: option `webhookUrl` is "https://hooks.example.com/x"; expected no option of `segment`',
    ],
    [
      { to: 'segment', collector: '/v1' },
      'hello-again: option `collector.url` is "/v1"; expected no address beside `to`',
    ],
    [{ to: 'segment', segmentEvnt: 'x' }, 'hello-again: option `segmentEvnt` is "x"; expected no option of this name'],
  ])('is reported with its error: %j', (attributes, message) => {
    const [first, ...further] = byTag(attributes);
    expect([first?.slice(0, message.length), further]).toEqual([message, []]);
  });

  test('may have an empty collector attribute, by which an inlined tag is found', () => {
    expect(byTag({ collector: '', to: 'segment' })).toEqual([]);
  });

  test('has no adapter attributes without data-to', () => {
    expect(byTag({ collector: '/v1', klaviyoCompany: 'AbC123' })).toHaveLength(1);
  });
});

describe('the npm module', () => {
  test('accepts an adapter in place of the collector’s address', () => {
    expect(byModule(klaviyo({ companyId: 'AbC123', lists: { sms: 'TEXT01' } }))).toEqual([]);
    expect(byModule({ ...webhook({ url: '/hooks' }), linksBy: ['email'] })).toEqual([]);
    expect(byModule({ manifest: { name: 'acme' }, deliver: async () => {}, url: 'acme:', linksBy: ['email'] })).toEqual(
      [],
    );
  });

  test('reports an adapter’s options by their own names, and never repeats a private key', () => {
    expect(byModule(klaviyo({ companyId: 'pk_0123456789', lists: {} }))).toEqual([
      expect.stringMatching(/^hello-again: option `klaviyo\.companyId` is "pk_…"; expected the public API key/),
      'hello-again: option `klaviyo.lists` is missing; expected the id of a list',
    ]);
    expect(byModule(hubspot({ portalId: 'x', formId: 'f' }))).toEqual([
      'hello-again: option `hubspot.portalId` is "x"; expected digits',
    ]);
  });
});
