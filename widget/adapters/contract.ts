import type { Submission } from '../core/submission/submission.gen.ts';
import type { Adapter } from './adapter.ts';
import { deliverBy } from './deliverBy.ts';
import { consentFor, email, identifierOf, otherPhone, phone, sampleSubmission } from './sample.ts';
import type { VendorDouble } from './vendorDouble.ts';

export { consentFor, identifierOf, sampleSubmission } from './sample.ts';
export { type DoubleAnswer, type DoubleParts, type VendorDouble, vendorDouble } from './vendorDouble.ts';

/** One test of the contract; it throws where the adapter breaks it. */
export interface ContractCase {
  /** The adapter’s name and what it must do: the title of the test. */
  readonly name: string;
  /** Runs it; rejects where the adapter breaks the contract. */
  run(): Promise<void>;
}

const kinds = ['taken', 'invalid', 'ask-again', 'pause', 'retry', 'error'];

/**
 * What every adapter must do, as tests for any runner.
 *
 * @param name - the beginning of every test's title
 * @param makeAdapter - makes the adapter, with every optional part enabled
 * @param makeDouble - makes a vendor that takes what it gets
 * @example
 * ```ts
 * for (const { name, run } of testAdapter('acme', () => acme({ account: '1' }), acmeDouble)) test(name, run);
 * ```
 */
export function testAdapter(
  name: string,
  makeAdapter: () => Adapter,
  makeDouble: () => VendorDouble,
): readonly ContractCase[] {
  const deliver = async (about: Partial<Submission> = {}, double = makeDouble()) => {
    const answer = await deliverBy(makeAdapter(), sampleSubmission(about), double.tools);
    return { answer, received: double.received(), subscribed: double.subscribed?.() };
  };
  const { manifest, linksBy } = makeAdapter();
  const issuers = linksBy.filter((field) => field !== 'email' && field !== 'phone');
  const cases: [name: string, run: () => Promise<void>][] = [
    [
      'says what it can do',
      async () => {
        const { url } = makeAdapter();
        isTrue(/^\w+$/.test(manifest.name) && url.startsWith(`${manifest.name}:`), 'its name');
        isTrue(linksBy.length > 0 && linksBy.every((field) => typeof field === 'string'), 'what it links by');
        const flags = [manifest.replacesPhone, manifest.confirms, manifest.keepsProof, manifest.takesTests];
        isTrue(
          flags.every((flag) => typeof flag === 'boolean'),
          'every flag of its manifest',
        );
      },
    ],
    [
      'delivers, and claims no more than it knows',
      async () => {
        const { answer, received, subscribed } = await deliver();
        isTrue(answer.kind === 'taken', `taken, not ${answer.kind}`);
        const outcome = answer.kind === 'taken' ? answer.receipt.outcome : '';
        if (!manifest.confirms) isTrue(outcome === 'unknown', `the outcome unknown, not ${outcome}`);
        isTrue(received.includes(email) && received.includes(phone), 'email and number arrive');
        if (subscribed) isTrue(`${[...subscribed].sort()}` === 'email,sms', 'both channels subscribed');
      },
    ],
    ...[
      ['no consent', []],
      ['an unticked box', [consentFor('sms', phone, { granted: false })]],
      ['consent for another number', [consentFor('sms', otherPhone)]],
    ].map(([what, consents]): [string, () => Promise<void>] => [
      `a number with ${what} goes nowhere`,
      async () => {
        const { received, subscribed } = await deliver({
          consents: [...(consents as Submission['consents']), consentFor('email', email)],
        });
        isTrue(!received.includes(phone.slice(1)) && !received.includes(otherPhone.slice(1)), 'no number arrives');
        if (subscribed) isTrue(!subscribed.includes('sms'), 'no texts subscribed');
      },
    ]),
    [
      'an email without consent is an identifier only',
      async () => {
        const { subscribed } = await deliver({ consents: [consentFor('sms', phone)] });
        if (subscribed) isTrue(!subscribed.includes('email'), 'no mail subscribed');
      },
    ],
    [
      'an identifier that it does not link by goes nowhere',
      async () => {
        const identifiers = [identifierOf('elsewhere'), identifierOf('elsewhere', { value: 'a-second' })];
        const identity = { certainty: 'claimed', identifiers, setAside: [] } as const;
        const { received } = await deliver({ identity: { ...identity, identifiers, setAside: [] } });
        isTrue(!/opaque-of-elsewhere|a-second/.test(received), 'the identifier stays here');
      },
    ],
    ...issuers.map((issuer): [string, () => Promise<void>] => [
      `an identifier of ${issuer} goes along, with a number alone`,
      async () => {
        const { received } = await deliver({
          ask: { kind: 'phone', reason: 'known-needs-phone' },
          identity: { certainty: 'claimed', identifiers: [identifierOf(issuer)], setAside: [] },
          contact: { phone },
          consents: [consentFor('sms', phone)],
        });
        isTrue(received.includes(`opaque-of-${issuer}`) && received.includes(phone), 'both arrive');
      },
    ]),
    [
      'extra fields arrive where its manifest says so, and never where it denies it',
      async () => {
        const fields = { firstName: 'Marguerite', roast: 'dark-roast' };
        const { received } = await deliver({ contact: { email, phone, fields } });
        const arrived = ['Marguerite', 'dark-roast'].filter((value) => received.includes(value)).length;
        if (manifest.carriesFields) isTrue(arrived === 2, 'every extra field arrives');
        if (manifest.carriesFields === false) isTrue(arrived === 0, 'no extra field arrives');
      },
    ],
    [
      'where identity is disputed the typed email stands alone',
      async () => {
        const identifiers = issuers.map((issuer) => identifierOf(issuer));
        const { received } = await deliver({
          ask: { kind: 'email+phone', reason: 'disputed' },
          identity: { certainty: 'disputed', identifiers, setAside: [] },
        });
        isTrue(!received.includes('opaque-of-') && received.includes(email), 'the email arrives, no identifier does');
      },
    ],
    [
      'a test is not sent, or says that it is one',
      async () => {
        const { answer, received } = await deliver({ test: true });
        isTrue(answer.kind === 'taken', `taken, not ${answer.kind}`);
        isTrue(manifest.takesTests ? /"test":\s*true/.test(received) : received === '', 'the test is told apart');
      },
    ],
    [
      'the same submission again is the same to the vendor',
      async () => {
        const [first, second] = [await deliver(), await deliver()];
        isTrue(first.received === second.received, 'the same requests');
      },
    ],
    [
      'says the same on a page whose old library gives lists a toJSON',
      async () => {
        const plain = makeDouble();
        await deliverBy(makeAdapter(), sampleSubmission(), plain.tools);
        const double = makeDouble();
        const lists = Array.prototype as { toJSON?: unknown };
        lists.toJSON = () => 'encoded twice';
        await deliverBy(makeAdapter(), sampleSubmission(), double.tools).finally(() => {
          delete lists.toJSON;
        });
        isTrue(double.received() === plain.received(), 'JSON by tools.toJson');
      },
    ],
    [
      'nothing is logged, and the submission is left as it was',
      async () => {
        const said: unknown[] = [];
        const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
        const page = console;
        const former = methods.map((method) => page[method]);
        const submission = sampleSubmission();
        for (const method of methods) page[method] = (...all: unknown[]) => void said.push(all);
        await deliverBy(makeAdapter(), submission, makeDouble().tools).finally(() => {
          for (const [i, method] of methods.entries()) page[method] = former[i] as () => void;
        });
        isTrue(said.length === 0, 'no line in the console');
        isTrue(JSON.stringify(submission) === JSON.stringify(sampleSubmission()), 'the same submission');
      },
    ],
  ];
  const fails = ([429, 500, 503, 'no answer'] as const).map((how): [string, () => Promise<void>] => [
    `${how}: it is tried again`,
    async () => {
      const double = makeDouble();
      double.fail?.(how);
      const answer = await deliver({}, double).then(
        (all) => all.answer,
        () => ({ kind: 'retry' }) as const,
      );
      // What cannot be read was not refused either.
      const isUnread = typeof how === 'number' && answer.kind === 'taken' && answer.receipt.outcome === 'unknown';
      isTrue(answer.kind === 'retry' || (isUnread && !manifest.confirms && isOpaque(double)), `not ${answer.kind}`);
    },
  ]);
  const refusals = [400, 403, 404, 422].map((status): [string, () => Promise<void>] => [
    `${status}: it is not taken`,
    async () => {
      const double = makeDouble();
      double.fail?.(status);
      const { answer } = await deliver({}, double);
      isTrue(kinds.includes(answer.kind) && (answer.kind !== 'taken' || isOpaque(double)), `not ${answer.kind}`);
    },
  ]);
  const hasNetwork = makeDouble().fail !== undefined;
  return [...cases, ...(hasNetwork ? [...fails, ...refusals] : [])].map(([what, run]) => ({
    name: `${name}: ${what}`,
    run,
  }));
}

/** Its requests are of the kind whose answers no page may read. */
function isOpaque(double: VendorDouble): boolean {
  const { requests } = double as { requests?: readonly { mode?: string }[] };
  return requests?.every((r) => r.mode === 'no-cors') ?? false;
}

function isTrue(holds: boolean, what: string): void {
  if (!holds) throw new Error(`expected ${what}`);
}
