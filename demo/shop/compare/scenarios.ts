/** The visitor of a scenario: what they type, and by what the verdict finds them. */
export interface Person {
  readonly name: string;
  readonly email: string;
  /** The number as they type it. */
  readonly written: string;
  /** The same, E.164. */
  readonly number: string;
}

/** Something a person does, described in one sentence. Whatever a popup asks meanwhile is answered. */
export type Step = { readonly says: string } & (
  | { readonly does: 'open-mail'; readonly mail: string }
  | { readonly does: 'open-forum' }
  /** Looks at the page and leaves. */
  | { readonly does: 'glance' }
  /** Closes any popup. */
  | { readonly does: 'close' }
  /** `isRefusing`: clicks "Not you?" where somebody else is named. */
  | { readonly does: 'sign-up'; readonly isRefusing?: true }
  /** `isAgreeing`: ticks the box for texts where the checkout has one. */
  | { readonly does: 'order'; readonly isAgreeing?: true }
);

/** A journey, the same in both phones. */
export interface Scenario {
  readonly id: ScenarioId;
  readonly label: string;
  readonly story: string;
  readonly who: Person;
  /** The device, where it is not the person’s own phone. */
  readonly device?: string;
  readonly steps: readonly Step[];
}

export type ScenarioId =
  | 'newsletter'
  | 'forwarded'
  | 'public-link'
  | 'new-number'
  | 'shared-device'
  | 'badly-formatted'
  | 'overlooked';

const newsletter = { does: 'open-mail', mail: 'newsletter' } as const;

/** A number of Ofcom's range for drama, as a Briton writes it. */
function person(name: string, written: string): Person {
  const number = `+44${written.slice(1).replaceAll(' ', '')}`;
  return { name, email: `${name.toLowerCase()}@example.com`, written, number };
}

const tom = person('Tom', '07700 900461');

/** Every journey that can be played; the first is the default. */
export const scenarios: readonly [Scenario, ...Scenario[]] = [
  {
    id: 'newsletter',
    label: 'The newsletter',
    story:
      'Penny comes from her newsletter and leaves her number. Days later she orders, with her email and that number.',
    who: person('Penny', '07700 900982'),
    steps: [
      { ...newsletter, says: 'Penny opens her newsletter and follows its link.' },
      { does: 'sign-up', says: 'She leaves her number.' },
      { does: 'order', says: 'Days later she orders, with her email and the same number.' },
    ],
  },
  {
    id: 'forwarded',
    label: 'Forwarded',
    story: 'Penny forwards her newsletter to Tom. He follows the link, signs up for himself, and orders later.',
    who: tom,
    steps: [
      { ...newsletter, mail: 'forwarded', says: 'Tom opens the mail that Penny forwarded. Its link is still hers.' },
      { does: 'sign-up', isRefusing: true, says: 'He signs up for himself.' },
      { does: 'order', says: 'Later he orders, with his own email and the same number.' },
    ],
  },
  {
    id: 'public-link',
    label: 'Public link',
    story: 'Somebody pasted Penny’s link in a forum. Kim, a stranger, follows it, signs up, and orders later.',
    who: person('Kim', '07700 900382'),
    steps: [
      { does: 'open-forum', says: 'Kim reads a forum where Penny’s link was pasted, and follows it.' },
      { does: 'sign-up', says: 'She signs up for herself.' },
      { does: 'order', says: 'Later she orders, with her own email and the same number.' },
    ],
  },
  {
    id: 'new-number',
    label: 'New number at checkout',
    story: 'Ade agreed to texts long ago. Now he has a new number, and types it at the checkout.',
    who: person('Ade', '07700 900517'),
    steps: [
      { does: 'open-mail', mail: 'ade', says: 'Ade gets mails and texts already. He follows a link.' },
      { does: 'close', says: 'He looks around, and closes what is in his way.' },
      { does: 'order', isAgreeing: true, says: 'He orders with his new number, and agrees to texts if he is asked.' },
    ],
  },
  {
    id: 'shared-device',
    label: 'Shared device',
    story: 'Penny and Rosa share a tablet. Penny looks and goes. Then Rosa follows her own mail, signs up and orders.',
    who: person('Rosa', '07700 900264'),
    device: 'Penny and Rosa’s tablet',
    steps: [
      { ...newsletter, says: 'Penny follows her link on the tablet that she shares with Rosa.' },
      { does: 'glance', says: 'She looks around and leaves.' },
      { does: 'open-mail', mail: 'rosa', says: 'Rosa takes over, and follows the link of her own mail.' },
      { does: 'sign-up', says: 'She signs up for herself.' },
      { does: 'order', says: 'Later she orders, with her email and the same number.' },
    ],
  },
  {
    id: 'badly-formatted',
    label: 'Badly formatted number',
    story: 'Rosa’s number came from a spreadsheet, as (020) 7946 0018. She signs up for texts to that same number.',
    who: person('Rosa', '020 7946 0018'),
    steps: [
      { does: 'open-mail', mail: 'rosa', says: 'Rosa follows the link of her mail.' },
      { does: 'sign-up', says: 'She leaves the number that the shop already has, in another format.' },
    ],
  },
  {
    id: 'overlooked',
    label: '“Not you?” overlooked',
    story: 'As “Forwarded”, but Tom overlooks “Not you?” and gives his number in Penny’s name.',
    who: tom,
    steps: [
      { ...newsletter, mail: 'forwarded', says: 'Tom opens the mail that Penny forwarded. Its link is still hers.' },
      { does: 'sign-up', says: 'He signs up without reading whom it is for.' },
      { does: 'order', says: 'Later he orders, with his own email and the same number.' },
    ],
  },
];

/** The scenario with an id from an address, or the first. */
export function scenarioOf(id: string | null): Scenario {
  return scenarios.find((scenario) => scenario.id === id) ?? scenarios[0];
}
