import { consentLine, placeOrder, type Typed } from './checkout.ts';
import type { Order, Visit } from './days.ts';
import { helloAgainVisit } from './helloAgain.ts';
import { plainVisit } from './plain.ts';
import type { World } from './world.ts';

/** One way of asking. */
export interface Strategy {
  readonly name: string;
  visit(world: World, visit: Visit, url: string): void;
  order(world: World, order: Order): void;
}

const plain = (name: string, asksEmail: (isRecognised: boolean) => boolean): Strategy => ({
  name,
  visit: (world, visit) => plainVisit(world, visit, asksEmail),
  order: (world, order) => placeOrder(world, order),
});

export const alwaysBoth = plain('always email + phone', () => true);

export const helloAgain: Strategy = {
  name: 'Hello Again',
  visit: helloAgainVisit,
  order: (world, order) => placeOrder(world, order, (typed: Typed) => consentLine(world, order, typed)),
};

/** A store without a popup: the duplicates that orders and keywords make by themselves. */
export const noPopup: Strategy = { ...plain('no popup', () => true), visit: () => {} };

/** Side by side, in the order of the report. */
export const strategies: readonly Strategy[] = [
  plain('always phone only', () => false),
  alwaysBoth,
  plain('phone only with the platform’s cookie', (isRecognised) => !isRecognised),
  helloAgain,
];
