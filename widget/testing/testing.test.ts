import { describe, expect, test } from 'vitest';
import type { Submission } from '../core/submission/submission.gen.ts';
import { wholeSubmission } from '../schema/test/wholeSubmission.ts';
import { CollectorDouble } from './collectorDouble.ts';
import { expectNoDuplicate } from './expectNoDuplicate.ts';
import { faultAnswers } from './faults.ts';

const email = 'penny@example.com';
const phone = '+447700900982';

let made = 0;

/** A submission as the widget posts it. */
function submission(about: Partial<Submission>): Submission {
  made += 1;
  const id = `019ab3c4-5d6e-7f80-9a1b-${made.toString(16).padStart(12, '0')}`;
  const { follows: _, replaces: __, ...whole } = wholeSubmission;
  const identity = { certainty: 'none', identifiers: [], setAside: [] } as const;
  return { ...whole, id, identity: { ...identity }, contact: {}, consents: [], ...about } as Submission;
}

function byLink(value: string): Submission['identity'] {
  const observedAt = '2026-01-31T11:58:00.000Z';
  const identifier = { field: 'profile', issuer: 'own', value, source: 'link', strength: 'token', observedAt } as const;
  return { certainty: 'claimed', identifiers: [identifier], setAside: [] };
}

async function post(double: CollectorDouble, body: unknown, path = '/v1/submissions') {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = await double.handle(new Request(`https://collect.example${path}`, { method: 'POST', body: text }));
  return { status: answer.status, body: await answer.json().catch(() => undefined), headers: answer.headers };
}

describe('the collector’s double', () => {
  test('gives a repeated submission the same receipt, and keeps it once', async () => {
    const double = new CollectorDouble();
    const first = submission({ contact: { email } });
    const { body } = await post(double, first);
    const again = { ...first, sentAt: '2026-02-01T00:00:00.000Z', widget: { ...first.widget, unattended: true } };
    expect(await post(double, again)).toMatchObject({ status: 200, body });
    expect(double.signUps).toHaveLength(1);
    expect(double.posted).toHaveLength(2);
  });

  test('refuses another body under an id that was used', async () => {
    const double = new CollectorDouble();
    const first = submission({ contact: { email } });
    await post(double, first);
    const other = await post(double, { ...first, contact: { email: 'ade@example.com' } });
    expect(other).toMatchObject({ status: 422, body: { errors: [{ field: 'id' }] } });
  });

  test('refuses what breaks the schema, and no JSON', async () => {
    const double = new CollectorDouble();
    expect(await post(double, { version: 1 })).toMatchObject({ status: 422 });
    expect(await post(double, '{')).toMatchObject({ status: 400 });
    expect(double.signUps).toEqual([]);
  });

  test('asks for the email where a number comes alone', async () => {
    const answer = await post(new CollectorDouble(), submission({ contact: { phone } }));
    expect(answer).toMatchObject({ status: 409, body: { ask: 'email+phone' } });
  });

  test.each(Object.keys(faultAnswers) as (keyof typeof faultAnswers)[])(
    'fails by %s once, and takes what comes after',
    async (fault) => {
      const double = new CollectorDouble();
      double.answerNext(fault);
      const first = submission({ contact: { email } });
      expect((await post(double, first)).status).toBe(faultAnswers[fault].status);
      expect((await post(double, first)).body).toMatchObject({ outcome: fault === 'bare' ? 'unknown' : 'accepted' });
    },
  );

  test('takes a submission whose answer is lost, and holds up a slow one until it is let go', async () => {
    const double = new CollectorDouble();
    double.answerNext('lost-answer', 'slow');
    await post(double, submission({ contact: { email } }));
    expect(double.signUps).toHaveLength(1);
    const slow = post(double, submission({ contact: { email: 'ade@example.com' } }));
    await expect.poll(() => double.posted.length).toBe(2);
    expect(double.signUps).toHaveLength(1);
    double.release();
    expect((await slow).status).toBe(200);
  });

  test('answers the lookup, the ping, a right code and a wrong one', async () => {
    const double = new CollectorDouble({ lookup: { known: true, sms: 'lost' }, code: '123456' });
    expect((await post(double, { identifiers: [] }, '/v1/lookup')).body).toEqual({ known: true, sms: 'lost' });
    expect((await post(double, { version: 1, ping: true })).status).toBe(204);
    expect((await post(double, { code: '123456' }, '/v1/submissions/a/verify')).status).toBe(200);
    expect((await post(double, { code: '654321' }, '/v1/submissions/a/verify')).status).toBe(422);
    expect(double.posted).toEqual([]);
  });
});

describe('expectNoDuplicate', () => {
  test('passes where a link and a typed email name one person of the store', async () => {
    const double = new CollectorDouble({ people: [{ subject: 'contact-1', email }] });
    await post(double, submission({ contact: { email: 'Penny@example.com' } }));
    await post(double, submission({ contact: { phone }, identity: byLink('contact-1') }));
    expect(() => expectNoDuplicate(double)).not.toThrow();
  });

  test('passes where a later sign-up goes by the receipt of the first', async () => {
    const double = new CollectorDouble();
    const { body } = await post(double, submission({ contact: { email } }));
    await post(double, submission({ contact: { phone }, identity: byLink(body.identity) }));
    expect(() => expectNoDuplicate(double)).not.toThrow();
  });

  test('fails where a number makes a second identity, and names nobody', async () => {
    const double = new CollectorDouble();
    await post(double, submission({ contact: { email } }));
    await post(double, submission({ contact: { phone }, identity: byLink('contact-1') }));
    expect(() => expectNoDuplicate(double)).toThrow(/2 identities for 1 person/);
    expect(() => expectNoDuplicate(double)).not.toThrow(/penny|900982|contact-1/);
  });

  test('fails where nothing was taken', () => {
    expect(() => expectNoDuplicate(new CollectorDouble())).toThrow(/0 identities for 1 person/);
  });

  test('fails where one sign-up was posted under two ids', async () => {
    const double = new CollectorDouble();
    for (let n = 0; n < 2; n += 1) await post(double, submission({ contact: { email } }));
    expect(() => expectNoDuplicate(double)).toThrow(/Posted twice under two ids/);
  });

  test('counts two people as two', async () => {
    const double = new CollectorDouble();
    await post(double, submission({ contact: { email } }));
    await post(double, submission({ contact: { email: 'ade@example.com' } }));
    expect(() => expectNoDuplicate(double, { people: 2 })).not.toThrow();
  });
});
