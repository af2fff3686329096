import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { consentFor } from '../../shop/test/demo.ts';
import { onEachDatabase } from '../store/test/onEachDatabase.ts';
import { startProduction } from '../test/production.ts';
import type { OutgoingText } from './sendByWebhook.ts';

const hour = 60 * 60_000;
const everywhere = { HELLO_AGAIN_TEXTS_COUNTRIES: 'GB,US,FR,DE,CU,SO', HELLO_AGAIN_TRUST_PROXY: '1' };
const british = () => `+4479111${String(randomInt(1e5)).padStart(5, '0')}`;
const network = () => `10.${randomInt(256)}.${randomInt(256)}`;

onEachDatabase((database) => {
  /** A collector whose texts are kept, and a sign-up that waits for a code: its number is somebody else's. */
  async function texting(env: Record<string, string> = {}) {
    const texts: OutgoingText[] = [];
    const lines: string[] = [];
    let time = Date.now();
    const { submit, store } = await startProduction(
      database(),
      { ...everywhere, HELLO_AGAIN_RATE_ADDRESS: '0', ...env },
      {
        now: () => time,
        log: (line) => void (/^\w+ \/v1/.test(line) || lines.push(line)),
        sendText: async (text) => texts.push(text) > 0,
      },
    );
    const later = (more: number) => {
      time += more;
    };
    let count = 0;
    const typed = (number: string) => {
      const email = `p${count++}@example.com`;
      return { contact: { email, phone: number }, consents: [consentFor(email), consentFor(number)] };
    };
    const waits = async (number: string, from = network(), widget: object = {}) => {
      await submit(typed(number), { 'x-forwarded-for': `${network()}.1` });
      await database().updateTable('phones').set({ is_proven: true }).where('store', '=', store).execute();
      const before = texts.length;
      const usual = { version: '0.0.0', signup: 'default', filledIn: 5000 };
      const about = { ...typed(number), widget: { ...usual, ...widget } };
      const answer = await submit(about, { 'x-forwarded-for': `${from}.1` });
      expect(answer.statusCode).toBe(200);
      return { receipt: answer.json(), isTexted: texts.length > before };
    };
    return { waits, texts, lines, store, later };
  }

  test('codes went to countries that the owner never named', async () => {
    const { waits, texts } = await texting({ HELLO_AGAIN_TEXTS_COUNTRIES: '' });
    for (const number of ['+5351234567', '+252612345678', '+33612345678', '+12125550123', '+18092345678']) {
      const { receipt, isTexted } = await waits(number);
      expect([number, isTexted, receipt.next]).toEqual([number, false, undefined]);
    }
    expect((await waits(british())).isTexted).toBe(true);
    expect(texts).toHaveLength(1);
    const abroad = await texting({ HELLO_AGAIN_COUNTRY: 'FR', HELLO_AGAIN_TEXTS_COUNTRIES: '' });
    expect([(await abroad.waits('+33612345679')).isTexted, (await abroad.waits(british())).isTexted]).toEqual([
      true,
      false,
    ]);
  });

  test('a flood of codes had no end, or took an honest sign-up with it', async () => {
    const { waits, texts, lines, store, later } = await texting({ HELLO_AGAIN_TEXTS_HOUR: '4' });
    for (let n = 0; n < 8; n++) await waits(british());
    expect(texts).toHaveLength(4);
    const { receipt } = await waits(british());
    expect(receipt).toMatchObject({ outcome: 'pending', subscribed: { email: true, sms: false } });
    expect(receipt).not.toHaveProperty('next');
    expect(lines).toEqual([expect.stringMatching(new RegExp(`^warning: the texts .* used up for ${store}`))]);
    later(hour + 1000);
    expect((await waits(british())).isTexted).toBe(true);
  });

  test('one network used up the texts of a store, or went on with another store', async () => {
    const from = network();
    const [one, two] = [await texting(), await texting()];
    let sent = 0;
    for (let n = 0; n < 5; n++) {
      for (const { waits } of [one, two]) sent += (await waits(british(), from)).isTexted ? 1 : 0;
    }
    expect(sent).toBe(6);
    expect((await one.waits(british(), network())).isTexted).toBe(true);
  });

  test('one number was texted without end through several stores', async () => {
    const number = british();
    let sent = 0;
    for (let n = 0; n < 4; n++) {
      const { waits, texts } = await texting();
      for (let m = 0; m < 3; m++) await waits(number);
      sent += texts.length;
    }
    expect(sent).toBe(10);
  });

  test.each([
    ['that says nothing of the form', { filledIn: undefined }],
    ['whose trap is filled', { trap: 'x', filledIn: 60_000 }],
  ])('a request %s was sent a text', async (_which, widget) => {
    const { waits } = await texting();
    expect((await waits(british(), network(), widget)).isTexted).toBe(false);
  });

  test('a text did not say which shop it is from', async () => {
    const { waits, texts } = await texting();
    await waits(british());
    expect(texts[0]).toMatchObject({ shop: expect.stringMatching(/^Test /) });
    expect(texts[0]?.text).toContain(`is your code for ${texts[0]?.shop}.`);
  });

  test('the table of texts sent named a number or an address', async () => {
    const { waits, store } = await texting();
    const number = british();
    await waits(number, '10.9.8');
    const rows = await database().selectFrom('texts_sent').selectAll().where('store', '=', store).execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${number.slice(1)}|10\\.9\\.8`));
  });
});
