import { type Check, kindOf, notRefused, notTaken, told } from '../check.ts';

const outcomes = ['linked', 'accepted', 'pending', 'unknown'];

/** What an answer says, and what it must not say. */
export const receipts: readonly Check[] = [
  {
    title: 'a receipt has one of the four outcomes, or there is none',
    level: 'must',
    async run(probe) {
      const { text, body, headers, status } = await probe.post(probe.submission({ email: probe.email() }));
      if (text.trim() === '') return undefined;
      if (typeof body !== 'object' || body === null) return `the answer with status ${status} is no JSON object`;
      if (!/json/.test(headers.get('content-type') ?? '')) return 'its content-type is not JSON';
      const { outcome } = body as { outcome?: unknown };
      return outcomes.includes(outcome as string) ? undefined : `the outcome is none of ${outcomes.join(', ')}`;
    },
  },
  {
    title: 'the identity of a receipt is opaque: printable ASCII, up to 1,024 characters, and no contact in it',
    level: 'must',
    async run(probe) {
      const email = probe.email();
      const { body } = await probe.post(probe.submission({ email }));
      const { identity } = (body ?? {}) as { identity?: unknown };
      if (identity === undefined) return undefined;
      if (typeof identity !== 'string' || !/^[!-~]{1,1024}$/.test(identity)) return 'it is not';
      const isTold = [identity, ...identity.split('.').map(decoded)].some((part) => part.includes(email));
      return isTold ? 'the email can be read in it' : undefined;
    },
  },
  {
    title: 'the same id again gets the same receipt',
    level: 'must',
    async run(probe) {
      const whole = probe.submission({ email: probe.email() });
      const first = await probe.post(whole);
      // A retry in the background differs by these two alone.
      const retry = { ...whole, sentAt: new Date().toISOString(), widget: { ...whole.widget, unattended: true } };
      const second = await probe.post(retry);
      if (second.status !== first.status) return `answered ${told(first)}, then ${told(second)}`;
      return second.text === first.text ? undefined : 'the second receipt differs';
    },
  },
  {
    title: 'the same id twice at one time gets one receipt',
    level: 'must',
    needsReal: true,
    async run(probe) {
      const whole = probe.submission({ email: probe.email() });
      const [first, second] = await Promise.all([probe.post(whole), probe.post(whole)]);
      // Whoever is told to come again comes again.
      const isLater = [first, second].some(({ status }) => status === 429 || status === 503);
      const again = isLater ? await probe.post(whole) : second;
      return notTaken(again) ?? (isLater || again.text === first.text ? undefined : 'the two receipts differ');
    },
  },
  {
    title: 'another body under an id that was used is refused',
    level: 'must',
    async run(probe) {
      const whole = probe.submission({ email: probe.email() });
      await probe.post(whole);
      const other = { ...probe.submission({ email: probe.email() }), id: whole.id };
      return notRefused(await probe.post(other));
    },
  },
  {
    title:
      'a number with a link that was made up links nobody; where it is answered 409, the email that follows is taken',
    level: 'must',
    async run(probe) {
      const phone = probe.phone();
      const ask = { kind: 'phone', reason: 'known-needs-phone' } as const;
      const first = probe.submission({ phone }, { ask, identity: probe.byLink(`made-up-${probe.run}`) });
      const answer = await probe.post(first);
      const kind = kindOf(answer);
      if (kind === 'taken (linked)') return 'it was linked to somebody';
      if (kind !== 'ask-again') return notTaken(answer);
      return notTaken(await probe.post(probe.submission({ email: probe.email(), phone }, { follows: first.id })));
    },
  },
  {
    title: 'a typed email is answered alike whether or not it is on file',
    level: 'should',
    needsReal: true,
    async run(probe) {
      const email = probe.email();
      const [first, second] = [
        await probe.post(probe.submission({ email })),
        await probe.post(probe.submission({ email })),
      ];
      const shapeOf = ({ body }: { readonly body: unknown }) =>
        JSON.stringify(body ?? {}, (name, value) => (name === 'identity' ? typeof value : value));
      return shapeOf(first) === shapeOf(second) ? undefined : 'the second answer tells that the email was there';
    },
  },
  {
    title: 'a code for a submission that nobody made is refused',
    level: 'should',
    async run(probe) {
      const { store } = probe.options;
      const body = { version: 1, store, identity: 'made-up', code: '123456' };
      const answer = await probe.post(body, { path: `/${probe.id()}/verify` });
      return answer.status >= 400 && answer.status < 500 ? undefined : `answered ${told(answer)}`;
    },
  },
];

/** A part of a token, as it reads. */
function decoded(part: string): string {
  return Buffer.from(part, 'base64url').toString('utf8');
}
