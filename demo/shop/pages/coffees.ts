/** A coffee of the shop. Each belongs to an hour of the harbor's day, which its bag shows. */
export interface Coffee {
  readonly slug: string;
  readonly name: string;
  readonly hour: string;
  readonly line: string;
  readonly story: string;
  readonly price: string;
  readonly facts: Readonly<Record<string, string>>;
}

export const houseBlend: Coffee = {
  slug: 'house-blend',
  name: 'House Blend',
  hour: 'All day',
  line: 'Toffee, red apple, warm toast.',
  story:
    'The one in the big pot behind the counter. Two coffees that have got on for years, roasted to a calm middle: no surprises, and no need for any.',
  price: '£11.50',
  facts: { Grown: 'Guatemala and Ethiopia', Roast: 'Medium', 'Good as': 'Anything you own' },
};

export const coffees: readonly Coffee[] = [
  {
    slug: 'kenya-aa',
    name: 'Kenya AA',
    hour: 'First light',
    line: 'Blackcurrant, grapefruit, brown sugar.',
    story:
      'Bright enough to wake a crew. From the red slopes of Nyeri, washed and sun-dried on raised beds, and roasted light so that the fruit stays in it.',
    price: '£13.50',
    facts: { Grown: 'Nyeri, Kenya, 1,750 m', Roast: 'Light', 'Good as': 'Filter or pour-over' },
  },
  {
    slug: 'espresso',
    name: 'Espresso',
    hour: 'Early shift',
    line: 'Dark chocolate, hazelnut, a little smoke.',
    story:
      'What the tug crews drink standing up. Thick, short and round, with a sweetness that stands up to milk. Roasted until just before it turns bitter.',
    price: '£12.00',
    facts: { Grown: 'Brazil and Sumatra', Roast: 'Dark', 'Good as': 'Espresso or moka pot' },
  },
  houseBlend,
  {
    slug: 'decaf',
    name: 'Decaf',
    hour: 'Night watch',
    line: 'Milk chocolate, orange peel, honey.',
    story:
      'For the last cup, when the lamps are lit. The caffeine is washed out with nothing but mountain water, and the taste is left where it was.',
    price: '£12.50',
    facts: { Grown: 'Huila, Colombia', Roast: 'Medium', 'Good as': 'Filter, French press' },
  },
];

/** The coffee of that slug. */
export function coffeeOf(slug: string | null): Coffee | undefined {
  return coffees.find((coffee) => coffee.slug === slug);
}
