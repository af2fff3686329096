import type { AskDecision } from '../../widget/core/ask/decide.ts';
import { typedEvidence } from '../../widget/core/identity/typed.ts';
import { Browser, tagOf } from './browser.ts';
import type { Order } from './days.ts';
import { draw } from './random.ts';
import { send } from './sendByWidget.ts';
import { readByPlatform, readByWidget, typesEmail, typesNumber } from './typing.ts';
import type { World } from './world.ts';

/** What stands in the checkout's fields. */
export interface Typed {
  readonly email: string;
  readonly phone: string | undefined;
}

/** An order, and with it what the strategy does at the checkout. */
export function placeOrder(world: World, order: Order, atCheckout?: (typed: Typed) => void): void {
  const { person, seed } = order;
  const { rates } = world;
  const email = world.notes(typesEmail(person, seed, rates), person);
  const isOther = draw(seed, 'other number') < rates.otherNumber;
  const phone =
    draw(seed, 'gives number') < rates.numberGiven
      ? typesNumber(person, world.now, seed, rates, isOther ? person.otherNumber : undefined)
      : undefined;
  if (!order.isHosted) atCheckout?.({ email, phone });
  const profileId = world.platform.order(person, email, phone === undefined ? undefined : readByPlatform(phone));
  // A hosted checkout stands on another domain, where no cookie of the shop is set.
  if (profileId !== null && !order.isHosted) world.recognises(order, profileId);
}

/** The consent line of `widget/checkout/checkout.ts`: for a number that this browser remembers no consent for. */
export function consentLine(world: World, order: Order, { email, phone }: Typed): void {
  const number = phone === undefined ? undefined : readByWidget(phone);
  if (number === undefined) return;
  const browser = new Browser(world, order, 'https://shop.example/checkout');
  const { acknowledged } = browser.memory;
  const isConsented = acknowledged.consents.some((c) => c.channel === 'sms' && c.tag === tagOf(number));
  const isAnother = acknowledged.emailTag !== undefined && acknowledged.emailTag !== tagOf(email);
  if ((isConsented && !isAnother) || draw(order.seed, 'ticks') >= world.rates.ticksAtCheckout) return;
  const untyped = browser.identity();
  const decision: AskDecision = { ask: 'consent', reason: 'known-needs-consent' };
  const now = new Date(world.now * 1000).toISOString();
  const isTheirs = acknowledged.emailTag !== undefined && !isAnother && untyped.isRemembered;
  const identity = isTheirs ? untyped : browser.identity(typedEvidence(email, decision, untyped, now));
  const receipt = send(world, browser, {
    identity,
    email,
    phone: number,
    consents: [world.consent('sms', number, true)],
  });
  if (receipt) world.tally.consentsAtCheckout += 1;
}
