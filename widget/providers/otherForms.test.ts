import { describe, expect, test } from 'vitest';
import { otherForms, type WindowEvent } from './otherForms.ts';

const shop = 'https://shop.example.com';

function isSent(name: string, event: WindowEvent): boolean {
  return otherForms.some((form) => form.event === name && form.isSent(event, shop));
}

const hubspot = { type: 'hsFormCallback', eventName: 'onFormSubmitted', id: 'a1b2', data: {} };

describe('an event says that a form was sent', () => {
  test.each<[string, string, WindowEvent]>([
    ['anybody’s, said by the page', 'hello-again:answered', {}],
    ['Klaviyo’s', 'klaviyoForms', { detail: { type: 'submit', formId: 'F1', metaData: { $email: 'x' } } }],
    ['HubSpot’s new one', 'hs-form-event:on-submission:success', { detail: { formId: 'F1' } }],
    ['HubSpot’s old one', 'message', { data: hubspot, origin: shop }],
    ['HubSpot’s in a frame', 'message', { data: hubspot, origin: 'https://forms-eu1.hsforms.com' }],
    ['Omnisend’s', 'omnisendForms', { detail: { eventName: 'submit', formValues: {} } }],
  ])('when it is %s', (_whose, name, event) => {
    expect(isSent(name, event)).toBe(true);
  });
});

describe('an event does not say that a form was sent', () => {
  test.each<[string, string, WindowEvent]>([
    ['Klaviyo’s opened', 'klaviyoForms', { detail: { type: 'open' } }],
    ['Klaviyo’s was closed', 'klaviyoForms', { detail: { type: 'close' } }],
    ['a step of Klaviyo’s', 'klaviyoForms', { detail: { type: 'stepSubmit' } }],
    ['Omnisend’s was seen', 'omnisendForms', { detail: { eventName: 'view' } }],
    ['HubSpot’s is ready', 'message', { data: { ...hubspot, eventName: 'onFormReady' }, origin: shop }],
    ['HubSpot’s is about to be', 'message', { data: { ...hubspot, eventName: 'onFormSubmit' }, origin: shop }],
    ['a frame of elsewhere', 'message', { data: hubspot, origin: 'https://ads.example' }],
    ['a look-alike', 'message', { data: hubspot, origin: 'https://hsforms.com.ads.example' }],
    ['a look-alike of another name', 'message', { data: hubspot, origin: 'https://nothsforms.com' }],
    ['a frame of no origin', 'message', { data: hubspot, origin: 'null' }],
    ['a message of something else', 'message', { data: 'hsFormCallback onFormSubmitted', origin: shop }],
  ])('when it is %s', (_whose, name, event) => {
    expect(isSent(name, event)).toBe(false);
  });
});
