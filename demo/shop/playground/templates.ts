import type { Bag, Choice } from './choice.ts';

/** A popup to start from. */
export interface Template {
  readonly id: string;
  readonly name: string;
  readonly says: string;
  /** How it looks, reads, opens, and what it collects. */
  readonly options: Bag;
}

/**
 * Eight popups to start from.
 *
 * @param art folder of the demo's pictures
 */
export function templatesWith(art: string): readonly Template[] {
  return [
    {
      id: 'discount',
      name: 'Discount with picture',
      says: 'A welcome with a code.',
      options: {
        layout: 'auto',
        // Both at once, with a picture, would not fit on a phone.
        steps: 'two',
        theme: { preset: 'warm', picture: `${art}harbor.svg` },
        texts: {
          heading: '10 % off your first order',
          body: 'Tell us where to write. The code comes at once.',
          button: 'Get my 10 %',
          success: 'Welcome! Here is your code.',
        },
        coupon: { code: 'WELCOME10', when: 'submitted' },
        teaser: true,
        trigger: { delay: 5000, exit: true },
      },
    },
    {
      id: 'newsletter',
      name: 'Plain newsletter',
      says: 'The email, nothing else.',
      options: {
        layout: 'auto',
        collect: 'email',
        theme: { preset: 'plain', accent: '#1f4e79', radius: 8 },
        texts: {
          heading: 'News, once a month',
          body: 'What is new, and what is back. No more than that.',
          button: 'Subscribe',
          success: 'Thank you. The next one is yours.',
        },
        trigger: { scroll: 40 },
      },
    },
    {
      id: 'bottom-bar',
      name: 'Bottom bar',
      says: 'Across the foot of the page.',
      options: {
        layout: 'flyout',
        collect: 'email',
        theme: { preset: 'night', radius: 0, position: 'bar' },
        texts: { heading: 'Free delivery, first order', body: 'One email, and it is yours.', button: 'Yes, please' },
        trigger: { delay: 2000 },
      },
    },
    {
      id: 'side-panel',
      name: 'Side panel',
      says: 'Full height, with a picture.',
      options: {
        layout: 'flyout',
        steps: 'two',
        theme: { preset: 'warm', radius: 4, position: 'panel', picture: `${art}espresso.svg` },
        texts: {
          heading: 'Come aboard',
          body: 'First to hear of new arrivals, and a small thank-you with every tenth order.',
          button: 'Join the crew',
        },
        trigger: { scroll: 30 },
      },
    },
    {
      id: 'two-step',
      name: 'In two steps',
      says: 'The email, then the number.',
      options: {
        layout: 'modal',
        steps: 'two',
        theme: { preset: 'plain', accent: '#6b2d5c', radius: 18 },
        texts: {
          heading: 'Early access to the sale',
          body: 'Tell us where to write. It opens for you a day before.',
          button: 'Continue',
        },
        trigger: { delay: 4000 },
      },
    },
    {
      id: 'coupon',
      name: 'Coupon reveal',
      says: 'The sign-up shows the code.',
      options: {
        layout: 'modal',
        steps: 'two',
        theme: { preset: 'night' },
        texts: {
          heading: 'A mystery discount',
          body: 'Between 10 and 25 %. Sign up to see yours.',
          button: 'Reveal it',
          success: 'It is a good one.',
        },
        coupon: { code: 'LUCKY25', when: 'submitted' },
        teaser: true,
        trigger: { exit: true },
        frequency: { maxShows: 1 },
      },
    },
    {
      id: 'back-in-stock',
      name: 'Back in stock',
      says: 'Opens by your own button.',
      options: {
        layout: 'modal',
        collect: 'email',
        theme: { preset: 'plain', accent: '#14532d', radius: 6 },
        texts: {
          heading: 'Tell me when it is back',
          body: 'One message when it is in the shop again.',
          button: 'Tell me',
          success: 'We will write as soon as it is here.',
        },
        trigger: { click: '.notify-me' },
      },
    },
    {
      id: 'text-only',
      name: 'Texts only',
      says: 'For messages, few words.',
      options: {
        layout: 'auto',
        collect: 'phone',
        theme: { preset: 'plain', accent: '#0b5563', surface: '#eef6f7', radius: 24 },
        texts: {
          heading: 'Texts before anybody else',
          body: 'Drops and restocks, straight to your phone.',
          button: 'Text me',
        },
        trigger: { delay: 6000 },
      },
    },
  ];
}

/** What a template sets or takes away. All else is the owner's: whose consent it is, where sign-ups go, who is asked. */
const templated: readonly string[] = [
  ...['layout', 'layer', 'into', 'teaser', 'texts', 'theme', 'steps', 'fields', 'coupon', 'trigger', 'frequency'],
  ...['collect', 'allowPhoneOnly', 'variants'],
];

export function withTemplate(choice: Choice, template: Template): Choice {
  const own = Object.entries(choice.options).filter(([name]) => !templated.includes(name));
  return { ...choice, options: { ...Object.fromEntries(own), ...template.options } };
}

/** What every popup needs, with addresses that are to be replaced. */
export const placeholders: Bag = {
  collector: { url: 'https://collect.example/v1/submissions' },
  brand: 'Your shop',
  terms: 'https://your-shop.example/terms',
  privacy: 'https://your-shop.example/privacy',
  region: 'uk',
  storage: 'banner',
};
