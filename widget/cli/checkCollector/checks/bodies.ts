import type { Submission } from '../../../core/submission/submission.gen.ts';
import { type Check, notRefused, notTaken, told } from '../check.ts';
import { hashOf } from '../hashOf.ts';
import type { Probe } from '../probe.ts';

const refuses = (what: string, level: Check['level'], bodyOf: (whole: Submission, probe: Probe) => unknown): Check => ({
  title: `a submission ${what} is refused with the field that is wrong`,
  level,
  async run(probe) {
    const whole = probe.submission({ email: probe.email(), phone: probe.phone() });
    return notRefused(await probe.post(bodyOf(whole, probe)));
  },
});

const without = (name: keyof Submission) => (whole: Submission) => {
  const { [name]: _, ...rest } = whole;
  return rest;
};

const withConsent =
  (change: (consent: Submission['consents'][number], probe: Probe) => object) => (whole: Submission, probe: Probe) => ({
    ...whole,
    consents: whole.consents.map((consent) => ({ ...consent, ...change(consent, probe) })),
  });

/** A connection that was cut, and no collector that is not there. */
function unlessCut(error: unknown): undefined {
  const { cause } = error as { readonly cause?: { readonly code?: string } };
  if (!/^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/.test(cause?.code ?? '')) throw error;
}

/** What is taken, and what is not. */
export const bodies: readonly Check[] = [
  {
    title: 'an email with a consent is taken',
    level: 'must',
    run: async (probe) => notTaken(await probe.post(probe.submission({ email: probe.email() }))),
  },
  {
    title: 'an email and a number with both consents are taken',
    level: 'must',
    run: async (probe) => notTaken(await probe.post(probe.submission({ email: probe.email(), phone: probe.phone() }))),
  },
  {
    title: 'fields that are not known are taken, for a later widget may post them',
    level: 'must',
    async run(probe) {
      const whole = probe.submission({ email: probe.email() });
      const body = { ...whole, later: 1, widget: { ...whole.widget, later: [1] }, page: { ...whole.page, later: {} } };
      return notTaken(await probe.post(body));
    },
  },
  {
    title: 'content-type may name a charset',
    level: 'must',
    async run(probe) {
      const type = 'application/json; charset=utf-8';
      return notTaken(await probe.post(probe.submission({ email: probe.email() }), { type }));
    },
  },
  refuses('without an id', 'must', without('id')),
  refuses('of another version', 'must', (whole) => ({ ...whole, version: 2 })),
  refuses('with an id that is none', 'must', (whole) => ({ ...whole, id: 'none' })),
  refuses('without contact', 'must', without('contact')),
  refuses('without consents', 'must', without('consents')),
  refuses('that is a list', 'must', (whole) => [whole]),
  refuses('with an email that is none', 'must', (whole) => ({ ...whole, contact: { email: 'nobody' }, consents: [] })),
  refuses('with a number that is none', 'must', (whole) => ({ ...whole, contact: { phone: '07700' }, consents: [] })),
  refuses(
    'with a consent whose words do not fit their hash',
    'should',
    withConsent(() => ({ textHash: hashOf('other words') })),
  ),
  refuses(
    'with a consent for another contact than was typed',
    'should',
    withConsent(({ channel }, probe) => ({ to: channel === 'email' ? probe.email() : probe.phone() })),
  ),
  {
    title: 'what is no JSON is refused',
    level: 'must',
    async run(probe) {
      const { status } = await probe.post('{');
      return status >= 400 && status < 500 ? undefined : `answered ${status}, which the widget would send again`;
    },
  },
  {
    title: 'a body of 300 kB is refused',
    level: 'should',
    async run(probe) {
      const body = { ...probe.submission({ email: probe.email() }), context: { long: 'x'.repeat(300_000) } };
      // To cut the connection is an answer as well.
      const answer = await probe.post(body).catch(unlessCut);
      return !answer || (answer.status >= 400 && answer.status < 500) ? undefined : `answered ${told(answer)}`;
    },
  },
  {
    title: 'another content-type is refused',
    level: 'should',
    async run(probe) {
      const answer = await probe.post('<a/>', { type: 'application/xml' });
      return answer.status >= 400 && answer.status < 500 ? undefined : `answered ${told(answer)}`;
    },
  },
  {
    title: 'a refusal repeats nothing that was sent',
    level: 'should',
    async run(probe) {
      const email = probe.email();
      const { text } = await probe.post({ ...probe.submission({ email }), version: 2 });
      return text.includes(email) ? 'the email that was sent is in the answer' : undefined;
    },
  },
];
