import type { RuleSetName } from '../../collector/rules/types.ts';
import type { ScenarioId } from './scenarios.ts';
import type { Finding } from './verdict.ts';

/** The results in the two phones. */
export interface Claim {
  readonly plain: Finding;
  readonly hello: Finding;
}

const bothWell: Claim = { plain: 'one', hello: 'one' };
const repairedByOrder: Claim = { plain: 'joined', hello: 'one' };
const split: Claim = { plain: 'two', hello: 'one' };

/**
 * The results of each scenario under the platform's rules, for the overview. The page's own verdicts are computed from the
 * profiles. `e2e/compare/` plays every cell.
 */
export const claims: Readonly<Record<RuleSetName, Readonly<Record<ScenarioId, Claim>>>> = {
  'thread-2021': {
    newsletter: split,
    forwarded: split,
    'public-link': split,
    'new-number': { plain: 'lost', hello: 'one' },
    'shared-device': split,
    'badly-formatted': split,
    overlooked: { plain: 'two', hello: 'strayed' },
  },
  merging: {
    newsletter: repairedByOrder,
    forwarded: bothWell,
    'public-link': bothWell,
    'new-number': { plain: 'lost', hello: 'one' },
    'shared-device': repairedByOrder,
    'badly-formatted': split,
    overlooked: { plain: 'one', hello: 'missing' },
  },
  careful: {
    newsletter: split,
    forwarded: split,
    'public-link': split,
    'new-number': { plain: 'missing', hello: 'one' },
    'shared-device': split,
    'badly-formatted': split,
    overlooked: { plain: 'two', hello: 'strayed' },
  },
};

/** The same in sentences: what these rules repair by themselves, and what stays wrong. */
export const remarks: Readonly<Record<RuleSetName, readonly string[]>> = {
  'thread-2021': [
    'A number that comes alone makes a profile of its own, and an order with email and number does not join the two.',
    'Another number at the checkout loses the consent, unless it is asked for there.',
    'Hello Again is wrong once: where a friend overlooks “Not you?”, his number lands on the sender’s profile.',
  ],
  merging: [
    'An order that carries email and number joins the two profiles of a plain popup. A customer who never orders keeps two profiles.',
    'Two things stay wrong: a badly formatted number still makes a second profile, and another number at the checkout still loses the consent.',
    'Where a friend overlooks “Not you?”, the order takes his number back from the sender, and his consent stays behind. The plain popup, which reads no links, gets that one right.',
  ],
  careful: [
    'Careful rules believe nobody who types: a number alone makes a profile of its own, and only a code joins it to another one.',
    'They take nothing away either. A new number that nobody asked about stands beside the proven one, and may not be texted.',
    'Hello Again is wrong once: where a friend overlooks “Not you?”, his number lands on the sender’s profile as well.',
  ],
};
