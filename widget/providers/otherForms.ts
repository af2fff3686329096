/** An event on the page's window, as far as it is looked at: what happened, and never what was typed. */
export interface WindowEvent {
  readonly detail?: unknown;
  /** Of a message. */
  readonly data?: unknown;
  /** Of a message: its origin. */
  readonly origin?: string;
}

/** How another vendor's form tells its page that a visitor has sent it. */
export interface OtherForm {
  /** Name of the event. */
  readonly event: string;
  /** Whether it says so; other events come under the same name. May throw at a shape that it does not expect. */
  isSent(event: WindowEvent, ownOrigin: string): boolean;
}

type Bag = Readonly<Record<string, unknown>>;

/** HubSpot's newer forms are in frames of these hosts; the older ones are part of the page. */
const hubspotHosts = /^https:\/\/([\w-]+\.)*(hsforms\.(com|net)|hubspot\.com)$/;

/** The forms that are understood by themselves. Any other can say it with the event that comes first. */
export const otherForms: readonly OtherForm[] = [
  { event: 'hello-again:answered', isSent: () => true },
  {
    // `submit` comes once, with the first email or number; `stepSubmit` also with steps that give neither.
    // https://developers.klaviyo.com/en/docs/track_klaviyo_form_activity_using_javascript
    event: 'klaviyoForms',
    isSent: ({ detail }) => (detail as Bag).type === 'submit',
  },
  {
    // https://developers.hubspot.com/docs/api-reference/global-form-events/guide
    event: 'hs-form-event:on-submission:success',
    isSent: () => true,
  },
  {
    // Any frame can post a message, so that only the page itself and HubSpot are believed.
    // https://developers.hubspot.com/docs/cms/start-building/features/forms/legacy-forms
    event: 'message',
    isSent({ data, origin = '' }, ownOrigin) {
      const { type, eventName } = data as Bag;
      const isTheirs = type === 'hsFormCallback' && eventName === 'onFormSubmitted';
      return isTheirs && (origin === ownOrigin || hubspotHosts.test(origin));
    },
  },
  {
    // https://api-docs.omnisend.com/v2026-03-15/reference/omnisend-forms-events
    event: 'omnisendForms',
    isSent: ({ detail }) => (detail as Bag).eventName === 'submit',
  },
];
