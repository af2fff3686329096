import { afterEach, describe, expect, it, vi } from 'vitest';
import { privateKey } from '../test/klaviyoDouble.ts';
import { relayWith } from '../test/relayWith.ts';
import { nextId, number, penny, submissionOf } from '../test/submissionOf.ts';
import { klaviyo } from './klaviyo.ts';

const other = '+447700900111';
type Desk = ReturnType<typeof relayWith>;
let desks: Desk[] = [];

/** A desk whose double is asked at the end whether every request followed the published OpenAPI. */
function open(platform: Parameters<typeof relayWith>[0] = {}): Desk {
  const desk = relayWith(platform);
  desks.push(desk);
  return desk;
}

afterEach(() => {
  const faults = desks.flatMap(({ account }) => account.faults);
  desks = [];
  expect(faults).toEqual([]);
});

describe('a verified profile', () => {
  it('gets the number and the consent for it', async () => {
    const { account, post, linkTo } = open();
    const profile = account.add({ email: penny });
    const answer = await post(submissionOf({ phone: number, identifiers: [await linkTo(profile.id)] }));
    expect(answer.body).toMatchObject({ outcome: 'linked', subscribed: { email: false, sms: true } });
    expect(account.profiles).toMatchObject([{ email: penny, phone_number: number, consent: { sms: 'SUBSCRIBED' } }]);
    expect(account.profiles[0]?.consent.email).toBe('NEVER_SUBSCRIBED');
  });

  it('is found by an id of the store’s own', async () => {
    const { account, post, linkTo } = open({ platform: { subject: 'external_id' } });
    account.add({ email: penny, external_id: 'c_1024' });
    const answer = await post(submissionOf({ phone: number, identifiers: [await linkTo('c_1024')] }));
    expect(answer.body.outcome).toBe('linked');
    expect(account.profiles).toMatchObject([{ phone_number: number }]);
  });

  it('is found by Klaviyo’s exchange id', async () => {
    const { account, post } = open();
    account.add({ email: penny, _kx: 'J8fjcn003Wy6b-3I.McN66a' });
    const identifiers = [{ issuer: 'klaviyo', value: 'J8fjcn003Wy6b-3I.McN66a' }];
    expect((await post(submissionOf({ phone: number, identifiers }))).body.outcome).toBe('linked');
    expect(account.profiles).toMatchObject([{ phone_number: number }]);
  });

  it.each(['nobody’s.McN66a', 'no exchange id', '"),equals(email,"penny@example.com'])(
    'is not found by %s',
    async (value) => {
      const { account, post } = open();
      account.add({ email: penny, _kx: 'J8fjcn003Wy6b-3I.McN66a' });
      const answer = await post(submissionOf({ phone: number, identifiers: [{ issuer: 'klaviyo', value }] }));
      expect(answer).toMatchObject({ status: 409, body: { ask: 'email+phone' } });
      expect(account.profiles).toMatchObject([{ phone_number: null }]);
    },
  );

  it('is found by the identity of a receipt', async () => {
    const { account, post } = open();
    const { identity = '' } = (await post(submissionOf({ email: penny }))).body;
    const kept = { issuer: 'own', value: identity, source: 'cookie' } as const;
    const answer = await post(submissionOf({ phone: number, identifiers: [kept] }));
    expect(answer.body.outcome).toBe('linked');
    expect(account.profiles).toMatchObject([{ email: penny, phone_number: number }]);
  });

  it('keeps what it has where the number belongs to another email', async () => {
    const { account, post, linkTo } = open();
    const profile = account.add({ email: penny });
    account.add({
      email: 'sam@example.com',
      phone_number: number,
      consent: { email: 'SUBSCRIBED', sms: 'SUBSCRIBED' },
    });
    const answer = await post(submissionOf({ phone: number, identifiers: [await linkTo(profile.id)] }));
    expect(answer.body).toMatchObject({ outcome: 'linked', subscribed: { sms: true } });
    expect(account.profiles).toMatchObject([
      { email: penny, phone_number: null, consent: { sms: 'NEVER_SUBSCRIBED' } },
      { email: 'sam@example.com', phone_number: number, consent: { sms: 'SUBSCRIBED' } },
    ]);
    expect(account.events).toMatchObject([
      { profileId: profile.id, properties: { sms_state: 'granted', sms_to: number } },
    ]);
  });

  it('gets the email of the account that a text message made', async () => {
    const { account, post, linkTo } = open();
    const profile = account.add({ phone_number: number, consent: { email: 'NEVER_SUBSCRIBED', sms: 'SUBSCRIBED' } });
    const answer = await post(submissionOf({ email: penny, identifiers: [await linkTo(profile.id)] }));
    expect(answer.body.outcome).toBe('accepted');
    expect(account.profiles).toMatchObject([
      { id: profile.id, email: penny, consent: { email: 'SUBSCRIBED', sms: 'SUBSCRIBED' } },
    ]);
  });

  it('is ignored where another email is typed', async () => {
    const { account, post, linkTo } = open();
    const sender = account.add({ email: penny });
    const friend = submissionOf({ email: 'friend@example.com', phone: number, identifiers: [await linkTo(sender.id)] });
    expect((await post(friend)).body.outcome).toBe('accepted');
    expect(account.profiles).toMatchObject([
      { email: penny, phone_number: null },
      { email: 'friend@example.com', phone_number: number },
    ]);
  });

  it('is looked up once, however often it is named, and never by more than twenty identifiers', async () => {
    const { account, post, linkTo } = open();
    const link = await linkTo(account.add({ email: penny }).id);
    const asked = () => account.requests.filter((request) => request === 'get /api/profiles').length;
    const identifiers = Array.from({ length: 20 }, () => link);
    expect((await post(submissionOf({ phone: number, identifiers }))).body.outcome).toBe('linked');
    expect(asked()).toBe(2);
    const many = identifiers.map((_, n) => ({ issuer: 'klaviyo', value: `nobody${n}.McN66a` }));
    expect((await post(submissionOf({ phone: number, identifiers: many }))).status).toBe(409);
    expect(asked()).toBe(3);
  });

  it('does not exist where two identifiers name two', async () => {
    const { account, post, linkTo } = open();
    const [one, two] = [account.add({ email: penny }), account.add({ email: 'sam@example.com' })];
    const identifiers = [await linkTo(one.id), await linkTo(two.id)];
    expect((await post(submissionOf({ phone: number, identifiers }))).status).toBe(409);
  });

  it('does not exist where identifiers contradict each other, and the typed email decides', async () => {
    const { account, post, linkTo } = open();
    const profile = account.add({ phone_number: other });
    const identifiers = [await linkTo(profile.id)];
    const answer = await post(submissionOf({ email: penny, phone: number, identifiers, certainty: 'disputed' }));
    expect(answer.body.outcome).toBe('accepted');
    expect(account.profiles).toMatchObject([
      { email: null, phone_number: other },
      { email: penny, phone_number: number },
    ]);
    expect((await post(submissionOf({ phone: number, identifiers, certainty: 'disputed' }))).status).toBe(409);
  });

  it('that was deleted makes the relay ask for the email', async () => {
    const { post, linkTo } = open();
    expect((await post(submissionOf({ phone: number, identifiers: [await linkTo('gone')] }))).status).toBe(409);
  });
});

describe('another number', () => {
  it('replaces the one on file, and the event of the former stays', async () => {
    const { account, post, linkTo } = open();
    const profile = account.add({ email: penny });
    const identifiers = [await linkTo(profile.id)];
    const first = submissionOf({ phone: other, identifiers });
    await post(first);
    const replaces = { consentId: first.consents[0]?.id ?? '' };
    const answer = await post(submissionOf({ phone: number, identifiers, more: { replaces } }));
    expect(answer.body).toMatchObject({ outcome: 'linked', subscribed: { sms: true } });
    expect(account.profiles).toMatchObject([{ phone_number: number, consent: { sms: 'SUBSCRIBED' } }]);
    expect(account.events.map(({ properties }) => properties.sms_to)).toEqual([other, number]);
    expect(account.events[1]?.properties.replaces).toBe(replaces.consentId);
  });

  it.each([undefined, { consentId: nextId() }])(
    'through one link within a month is refused (replaces: %j)',
    async (replaces) => {
      const { account, post, linkTo, clock } = open();
      const profile = account.add({ email: penny });
      const identifiers = [await linkTo(profile.id)];
      await post(submissionOf({ phone: other, identifiers }));
      const second = () => post(submissionOf({ phone: number, identifiers, more: replaces ? { replaces } : {} }));
      expect(await second()).toMatchObject({ status: 409, body: { ask: 'email+phone' } });
      expect(account.profiles).toMatchObject([{ phone_number: other }]);
      clock.now += 29 * 24 * 60 * 60 * 1000;
      expect((await second()).status).toBe(409);
    },
  );

  it('is refused, too, soon after a number from a link whose consent is unknown', async () => {
    const { account, post, linkTo } = open();
    const properties = { hello_again_phone_linked_at: '2026-01-30T12:00:00.000Z' };
    const profile = account.add({ email: penny, phone_number: other, properties });
    expect((await post(submissionOf({ phone: number, identifiers: [await linkTo(profile.id)] }))).status).toBe(409);
  });

  it.each(['a typed email', 'a receipt'])(
    'with %s does not take its place, for nobody has proven anything',
    async (by) => {
      const { account, post } = open();
      account.add({ email: penny, phone_number: other, consent: { email: 'SUBSCRIBED', sms: 'SUBSCRIBED' } });
      const { identity = '' } = (await post(submissionOf({ email: penny }))).body;
      const kept = { issuer: 'own', value: identity, source: 'cookie' } as const;
      const sent = by === 'a receipt' ? { identifiers: [kept] } : { email: penny };
      const answer = await post(submissionOf({ ...sent, phone: number }));
      expect(answer.body).toMatchObject({ subscribed: { sms: true } });
      expect(account.profiles).toMatchObject([
        { email: penny, phone_number: other, consent: { sms: 'SUBSCRIBED' } },
        { email: null, phone_number: number, consent: { sms: 'SUBSCRIBED' } },
      ]);
    },
  );

  it('by a receipt is answered the same, whether a link has brought one lately or not', async () => {
    const properties = { hello_again_phone_linked_at: '2026-01-30T12:00:00.000Z' };
    const answers = [];
    for (const known of [{}, { phone_number: other, properties }]) {
      const { account, post } = open();
      account.add({ email: penny, ...known });
      const { identity = '' } = (await post(submissionOf({ email: penny }))).body;
      const kept = { issuer: 'own', value: identity, source: 'cookie' } as const;
      const { status, body } = await post(submissionOf({ phone: number, identifiers: [kept] }));
      answers.push({ status, ...body, identity: body.identity?.length });
    }
    expect(answers[0]).toEqual(answers[1]);
  });
});

describe('a typed email', () => {
  it('makes one profile with its number', async () => {
    const { account, post } = open();
    const fields = { firstName: 'Penny', vip: 'yes' };
    const answer = await post(
      submissionOf({ email: penny, phone: number, more: { contact: { email: penny, phone: number, fields } } }),
    );
    expect(answer.body).toMatchObject({
      outcome: 'accepted',
      subscribed: { email: true, sms: true },
      optIn: { email: 'single', sms: 'single' },
    });
    expect(account.profiles).toMatchObject([
      { email: penny, phone_number: number, first_name: 'Penny', consent: { email: 'SUBSCRIBED', sms: 'SUBSCRIBED' } },
    ]);
    expect(account.profiles[0]?.properties).not.toHaveProperty('vip');
  });

  it('is answered the same way whether or not it is on file', async () => {
    const { account, post } = open();
    account.add({ email: 'Ade@Example.com', phone_number: other, consent: { email: 'SUBSCRIBED', sms: 'SUBSCRIBED' } });
    account.add({ email: 'rosa@example.com', stoppedAt: { email: '2026-01-31T11:59:59.000000', sms: null } });
    const answers = await Promise.all(
      ['ade@example.com', 'rosa@example.com', 'nobody@example.com'].map((email) => post(submissionOf({ email }))),
    );
    const shapes = answers.map(({ status, body: { identity, ...said } }) => ({
      status,
      said,
      length: identity?.length,
    }));
    expect(shapes[1]).toEqual(shapes[0]);
    expect(shapes[2]).toEqual(shapes[0]);
    for (const { body } of answers) expect(atob(body.identity?.split('.')[1] ?? '')).not.toContain('01GDD');
  });

  it('changes no name that is on file', async () => {
    const { account, post } = open();
    account.add({ email: penny, first_name: 'Penny' });
    await post(
      submissionOf({
        email: penny,
        more: { contact: { email: penny, fields: { firstName: 'Mallory', lastName: 'M' } } },
      }),
    );
    expect(account.profiles).toMatchObject([{ first_name: 'Penny', last_name: 'M' }]);
  });

  it('without its box ticked is only an identifier', async () => {
    const { account, post } = open();
    const answer = await post(submissionOf({ email: penny, granted: [] }));
    expect(answer.body).toMatchObject({ outcome: 'accepted', subscribed: { email: false, sms: false } });
    expect(account.profiles).toMatchObject([{ email: penny, consent: { email: 'NEVER_SUBSCRIBED' } }]);
    expect(account.events).toMatchObject([{ properties: { email_state: 'refused' } }]);
    expect(account.requests.join()).not.toContain('subscription');
  });

  it.each([true, false])(
    'is not added to the profile that a text message made (the email on file: %s)',
    async (isOnFile) => {
      const { account, post } = open();
      const texted = account.add({ phone_number: number, consent: { email: 'NEVER_SUBSCRIBED', sms: 'SUBSCRIBED' } });
      if (isOnFile) account.add({ email: penny });
      const answer = await post(submissionOf({ email: penny, phone: number }));
      expect(answer.body).toMatchObject({ outcome: 'accepted', subscribed: { email: true, sms: true } });
      expect(account.profiles).toMatchObject([
        { id: texted.id, email: null, phone_number: number, consent: { sms: 'SUBSCRIBED' } },
        { email: penny, phone_number: null, consent: { email: 'SUBSCRIBED' } },
      ]);
    },
  );

  it('that somebody made up keeps nobody’s number waiting, and is told nothing of whose it is', async () => {
    const { account, post } = open();
    const shapes = [];
    for (const email of ['made-up@example.com', penny, 'third@example.com']) {
      const { status, body } = await post(submissionOf({ email, phone: number }));
      shapes.push({ status, ...body, identity: body.identity?.length });
    }
    expect(shapes[1]).toEqual(shapes[0]);
    expect(shapes[2]).toEqual(shapes[0]);
    expect(account.events.map(({ properties }) => properties.sms_state)).toEqual(['granted', 'granted', 'granted']);
  });

  it('merges nothing, allowed or not: only the link of a mail does', async () => {
    const { account, post } = open({ platform: { mayMerge: true } });
    account.add({ email: penny });
    account.add({ phone_number: number });
    expect((await post(submissionOf({ email: penny, phone: number }))).body.outcome).toBe('accepted');
    account.settle();
    expect(account.profiles).toMatchObject([
      { email: penny, phone_number: null },
      { email: null, phone_number: number, consent: { sms: 'SUBSCRIBED' } },
    ]);
  });

  it('remembers that a link brought a number which was merged in', async () => {
    const { account, post, linkTo } = open({ platform: { mayMerge: true } });
    const identifiers = [await linkTo(account.add({ email: penny }).id)];
    account.add({ phone_number: number });
    expect((await post(submissionOf({ phone: number, identifiers }))).status).toBe(200);
    account.settle();
    expect(account.profiles).toMatchObject([{ email: penny, phone_number: number }]);
    expect((await post(submissionOf({ phone: number, identifiers }))).body.outcome).toBe('linked');
    expect((await post(submissionOf({ phone: other, identifiers }))).status).toBe(409);
  });

  it('does not undo the STOP of a number that it merges in', async () => {
    const { account, post, linkTo } = open({ platform: { mayMerge: true } });
    const mine = account.add({ email: penny });
    account.add({ phone_number: number, stoppedAt: { email: null, sms: '2026-01-31T13:00:00.000000' } });
    await post(submissionOf({ phone: number, identifiers: [await linkTo(mine.id)] }));
    account.settle();
    expect(account.profiles).toMatchObject([{ email: penny, consent: { sms: 'NEVER_SUBSCRIBED' } }]);
    expect(account.events).toMatchObject([{ properties: { sms_state: 'withdrawn' } }]);
  });

  it.each([
    ['two emails are two people', { email: 'sam@example.com', phone_number: number }, { email: penny }],
    ['of two numbers one would be lost', { phone_number: number }, { email: penny, phone_number: other }],
  ])('merges nothing, allowed or not, where %s', async (_why, holder, mine) => {
    const { account, post, linkTo } = open({ platform: { mayMerge: true } });
    const identifiers = [await linkTo(account.add(mine).id)];
    account.add(holder);
    expect((await post(submissionOf({ phone: number, identifiers }))).body.outcome).toBe('linked');
    account.settle();
    expect(account.profiles).toMatchObject([mine, holder]);
  });
});

describe('a number alone', () => {
  it.each([{ email: penny, phone_number: number }, { phone_number: number }])(
    'gets no token to the profile that it is on: %j',
    async (holder) => {
      const { account, post } = open();
      const stranger = await post(submissionOf({ phone: other }));
      const before = { ...account.add({ ...holder, properties: { hello_again_phone_consent: 'theirs' } }) };
      const contact = { phone: number, fields: { firstName: 'Mallory' } };
      const answer = await post(submissionOf({ phone: number, more: { contact } }));
      expect([answer.status, answer.text]).toEqual([stranger.status, stranger.text]);
      expect(answer.body).not.toHaveProperty('identity');
      expect(account.profiles.find(({ id }) => id === before.id)).toMatchObject({
        first_name: before.first_name,
        properties: { hello_again_phone_consent: 'theirs' },
        consent: { sms: 'SUBSCRIBED' },
      });
    },
  );

  it('makes a profile where the store allows that', async () => {
    const { account, post } = open();
    expect((await post(submissionOf({ phone: number }))).body.outcome).toBe('accepted');
    expect((await post(submissionOf({ phone: number }))).body.outcome).toBe('accepted');
    expect(account.profiles).toMatchObject([{ email: null, phone_number: number, consent: { sms: 'SUBSCRIBED' } }]);
  });

  it('of a country without a sending number is refused at its field, and the email is subscribed nevertheless', async () => {
    const { account, post } = open();
    const answer = await post(submissionOf({ email: penny, phone: '+819012345678' }));
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'contact.phone', code: 'phone.refused' }] },
    });
    expect(account.profiles).toMatchObject([{ consent: { email: 'SUBSCRIBED', sms: 'NEVER_SUBSCRIBED' } }]);
    expect(answer.text).not.toContain('8190');
  });

  it('that is impossible is refused at its field', async () => {
    const { account, post } = open();
    const answer = await post(submissionOf({ email: penny, phone: '+10123456789' }));
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'contact.phone', code: 'phone.refused' }] },
    });
    expect(account.profiles).toEqual([]);
  });
});

describe('a list with double opt-in', () => {
  it('makes the answer pending, whoever asked', async () => {
    const { account, post, linkTo } = open();
    account.lists.TEXTS1 = 'double_opt_in';
    const profile = account.add({ email: penny });
    const answer = await post(submissionOf({ phone: number, identifiers: [await linkTo(profile.id)] }));
    expect(answer.body).toMatchObject({
      outcome: 'pending',
      subscribed: { sms: false },
      optIn: { email: 'single', sms: 'double' },
    });
  });

  it('is looked up once in ten minutes', async () => {
    const { account, post, clock } = open();
    await post(submissionOf({ email: penny }));
    account.lists.EMAIL1 = 'double_opt_in';
    expect((await post(submissionOf({ email: penny }))).body.outcome).toBe('accepted');
    clock.now += 10 * 60 * 1000;
    expect((await post(submissionOf({ email: penny }))).body.outcome).toBe('pending');
  });
});

describe('the event of a sign-up', () => {
  it('has the consent text, its hash and the whole submission, with unknown fields', async () => {
    const { account, post, linkTo } = open();
    const profile = account.add({ email: penny });
    const link = await linkTo(profile.id);
    const future = { flavour: 'mint', nested: { deep: [1, 2] } };
    const submission = submissionOf({ phone: number, identifiers: [link], more: future as never });
    await post(submission);
    const [consent] = submission.consents;
    expect(account.events).toMatchObject([
      {
        unique_id: submission.id,
        metric: 'Hello Again sign-up',
        properties: {
          sms_state: 'granted',
          sms_text: consent?.text,
          sms_text_hash: consent?.textHash,
          sms_to: number,
          $extra: { submission: { ...future, contact: { phone: number } } },
        },
      },
    ]);
    expect(JSON.stringify(account.events)).not.toContain(link.value);
  });

  it('is written before anybody is subscribed', async () => {
    const { account, post } = open();
    await post(submissionOf({ email: penny, phone: number }));
    const [event, job] = ['events', 'subscription'].map((part) => account.requests.findIndex((r) => r.includes(part)));
    expect(event).toBeLessThan(job ?? 0);
  });

  it('with a consent older than a withdrawal does not undo the withdrawal', async () => {
    const { account, post, linkTo } = open();
    const stoppedAt = { email: null, sms: '2026-01-31T13:00:00.000000' };
    const profile = account.add({ email: penny, phone_number: number, stoppedAt });
    const answer = await post(submissionOf({ phone: number, identifiers: [await linkTo(profile.id)] }));
    expect(answer.body).toMatchObject({ outcome: 'linked', subscribed: { sms: false } });
    expect(account.profiles).toMatchObject([{ stoppedAt }]);
    expect(account.events).toMatchObject([{ properties: { sms_state: 'withdrawn' } }]);
  });

  it.each([
    ['of the same moment as a withdrawal', '2026-01-31T11:59:30.000Z', '2026-01-31T11:59:30.000000'],
    ['by a clock that is fast', '2026-01-31T20:00:00.000Z', '2026-01-30T13:00:00.000000'],
  ])('of a consent %s takes the withdrawal not back: in doubt the stop counts', async (_when, checkedAt, stop) => {
    const { account, post, linkTo } = open();
    const stoppedAt = { email: null, sms: stop };
    const profile = account.add({ email: penny, phone_number: number, stoppedAt });
    const sent = submissionOf({ phone: number, identifiers: [await linkTo(profile.id)] });
    const consents = sent.consents.map((consent) => ({ ...consent, checkedAt }));
    expect((await post({ ...sent, consents })).body.subscribed?.sms).toBe(false);
    expect(account.profiles).toMatchObject([{ stoppedAt }]);
  });

  describe('of a consent newer than a withdrawal', () => {
    const stoppedAt = { email: '2026-01-30T13:00:00+00:00', sms: '2026-01-30T13:00:00+00:00' };
    const stateOf = ({ account }: Desk, channel: string) => account.events.at(-1)?.properties[`${channel}_state`];

    it('waits, whoever types the number or the email, and is answered as a stranger’s', async () => {
      const desk = open();
      const stranger = await desk.post(submissionOf({ email: 'stranger@example.com', phone: other }));
      desk.account.add({ email: penny, phone_number: number, stoppedAt });
      const { status, body } = await desk.post(submissionOf({ email: penny, phone: number }));
      expect([status, { ...body, identity: '' }]).toEqual([stranger.status, { ...stranger.body, identity: '' }]);
      expect([stateOf(desk, 'email'), stateOf(desk, 'sms')]).toEqual(['pending', 'pending']);
      await desk.post(submissionOf({ phone: number }));
      await desk.post(submissionOf({ email: 'made-up@example.com', phone: number }));
      expect(stateOf(desk, 'sms')).toBe('pending');
      expect(desk.account.profiles).toContainEqual(expect.objectContaining({ email: penny, stoppedAt }));
    });

    it('subscribes again where the platform asks for a confirmation', async () => {
      const desk = open();
      desk.account.lists.EMAIL1 = 'double_opt_in';
      desk.account.lists.TEXTS1 = 'double_opt_in';
      desk.account.add({ email: penny, phone_number: number, stoppedAt });
      await desk.post(submissionOf({ email: penny, phone: number }));
      expect([stateOf(desk, 'email'), stateOf(desk, 'sms')]).toEqual(['granted', 'granted']);
    });

    it('subscribes the email again by the link of a mail to it, and no number', async () => {
      const desk = open();
      const identifiers = [await desk.linkTo(desk.account.add({ email: penny, phone_number: number, stoppedAt }).id)];
      const { body } = await desk.post(submissionOf({ email: penny, phone: number, identifiers }));
      expect(body).toMatchObject({ outcome: 'pending', subscribed: { email: true, sms: false } });
      expect([stateOf(desk, 'email'), stateOf(desk, 'sms')]).toEqual(['granted', 'pending']);
    });
  });
});

describe('a retry', () => {
  it('leaves one profile and one event, wherever the first try broke off', async () => {
    const steps = [
      'get /api/profiles',
      'post /api/profiles',
      'post /api/events',
      'get /api/lists',
      'post /api/profile-sub',
    ];
    for (const request of steps) {
      const { account, post, failures } = open();
      const submission = submissionOf({ email: penny, phone: number });
      account.next.push({ request, answer: 'no answer' });
      expect((await post(submission)).status).toBe(503);
      expect((await post(submission)).body.outcome).toBe('accepted');
      expect((await post(submission)).body.outcome).toBe('accepted');
      expect(account.profiles).toMatchObject([
        { email: penny, phone_number: number, consent: { email: 'SUBSCRIBED', sms: 'SUBSCRIBED' } },
      ]);
      expect(account.events).toHaveLength(1);
      expect(failures).toHaveLength(1);
    }
  });

  it('through a link does not count as another number', async () => {
    const { account, post, linkTo } = open();
    const profile = account.add({ email: penny });
    const submission = submissionOf({ phone: number, identifiers: [await linkTo(profile.id)] });
    expect((await post(submission)).body.outcome).toBe('linked');
    expect((await post(submission)).body.outcome).toBe('linked');
    expect(account.events).toHaveLength(1);
  });

  it('that runs at the same time as the first try leaves one profile', async () => {
    const { account, post } = open();
    // Looked up, and then somebody else took the number.
    account.before.set(
      'post /api/profiles',
      () => void account.add({ email: 'sam@example.com', phone_number: number }),
    );
    expect((await post(submissionOf({ email: penny, phone: number }))).body).toMatchObject({
      outcome: 'accepted',
      subscribed: { sms: true },
    });
    expect(account.profiles).toMatchObject([{ email: 'sam@example.com' }, { email: penny, phone_number: null }]);
  });

  it('finds a number alone that was taken at the same time, and makes no second profile', async () => {
    const { account, post, failures } = open();
    account.before.set('post /api/profiles', () => void account.add({ phone_number: number }));
    const submission = submissionOf({ phone: number });
    expect((await post(submission)).status).toBe(503);
    expect(failures).toEqual([{ code: 'platform.conflict', status: 409, step: 'profile' }]);
    expect((await post(submission)).body.outcome).toBe('accepted');
    expect(account.profiles).toHaveLength(1);
  });

  it('finds an email that was taken at the same time', async () => {
    const { account, post, linkTo, failures } = open();
    const profile = account.add({ phone_number: number });
    const submission = submissionOf({ email: penny, identifiers: [await linkTo(profile.id)] });
    account.before.set(`patch /api/profiles/${profile.id}`, () => void account.add({ email: penny }));
    expect((await post(submission)).status).toBe(503);
    expect(failures).toEqual([{ code: 'platform.conflict', status: 409, step: 'profile' }]);
    expect((await post(submission)).body.outcome).toBe('accepted');
  });
});

describe('klaviyo()', () => {
  const lists = { email: 'EMAIL1', sms: 'TEXTS1' };

  it.each([
    [undefined, 'missing'],
    ['', 'missing'],
    ['AbC123', 'public'],
    ['sk_0123456789abcdef', 'pk_'],
    ['pk_0123456789\r\nx: y', 'pk_'],
  ])('refuses the key %j and never shows it', (key, word) => {
    const make = vi.fn(() => klaviyo({ key, lists }));
    expect(make).toThrow(word);
    expect(String(make.mock.results[0]?.value)).not.toContain(key || 'nothing');
  });

  it.each([{ lists: { email: 'EMAIL1', sms: '' } }, { lists, revision: 'latest' }])('refuses %j', (options) => {
    expect(() => klaviyo({ key: privateKey, ...options })).toThrow(TypeError);
  });
});
