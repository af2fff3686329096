import { beforeEach, describe, expect, test } from 'vitest';
import { people } from '../../shop/server/seed.ts';
import { byLink, byReceipt, consentFor, Demo, typed } from '../../shop/test/demo.ts';
import { onEachDatabase } from '../store/test/onEachDatabase.ts';

const { penny, rosa, ade } = people;
const free = '+447700900982';
const coupon = 'WELCOME10';

onEachDatabase((database) => {
  let demo: Demo;

  beforeEach(async () => {
    demo = await Demo.start(database(), { policy: { coupon } });
  });
  const receiptOf = async (about: Parameters<Demo['submit']>[0]) => (await demo.submit(about)).json();

  describe('the receipt’s onFile', () => {
    test('is true when everything was on file and a mail’s link identifies the visitor', async () => {
      expect(await receiptOf(byLink(await demo.token('ade'), ade.number))).toMatchObject({
        outcome: 'linked',
        onFile: true,
        subscribed: { email: true, sms: true },
      });
    });

    test('is missing when the number or its consent is new', async () => {
      expect(await receiptOf(byLink(await demo.token('newsletter'), free))).not.toHaveProperty('onFile');
      expect(await receiptOf(byLink(await demo.token('rosa'), rosa.number))).not.toHaveProperty('onFile');
      expect(await receiptOf(byLink(await demo.token('rosa'), rosa.number))).toMatchObject({ onFile: true });
    });

    test('is missing for a typed email, however much of it is on file', async () => {
      const known = await receiptOf(typed(rosa.email, rosa.number));
      const stranger = await receiptOf(typed('stranger@example.com', free));
      expect(Object.keys(known)).toEqual(Object.keys(stranger));
      expect(known).not.toHaveProperty('onFile');
    });

    test('is missing for a receipt’s identity, for which a typed email is enough', async () => {
      const { identity } = await receiptOf({ contact: { email: ade.email }, consents: [consentFor(ade.email)] });
      const receipt = await receiptOf(byReceipt(identity, ade.number));
      expect(receipt).toMatchObject({ outcome: 'pending' });
      expect(receipt).not.toHaveProperty('onFile');
    });
  });

  describe('the coupon', () => {
    test('is the same for everybody who types an email, on file or not, with texts or without', async () => {
      const stranger = 'stranger@example.com';
      const receipts = [
        await receiptOf(typed(stranger, free)),
        await receiptOf({ contact: { email: stranger }, consents: [consentFor(stranger)] }),
        await receiptOf(typed(penny.email, ade.number)),
        await receiptOf({ contact: { email: ade.email }, consents: [consentFor(ade.email)] }),
      ];
      expect(receipts.map((receipt) => receipt.coupon)).toEqual(Array(4).fill({ code: coupon }));
    });

    test('is given once to a visitor known by a mail’s link', async () => {
      const token = await demo.token('newsletter');
      const first = byLink(token, free);
      expect((await receiptOf(first)).coupon).toEqual({ code: coupon });
      const again = await receiptOf(byLink(token, free));
      expect(again).toMatchObject({ onFile: true });
      expect(again).not.toHaveProperty('coupon');
      const replaces = { consentId: first.consents?.[0]?.id ?? '' };
      const another = await receiptOf({ ...byLink(token, '+447700900461'), replaces });
      expect(another).toMatchObject({ outcome: 'linked' });
      expect(another).not.toHaveProperty('onFile');
      expect(another).not.toHaveProperty('coupon');
    });

    test('is not given to a visitor who was on file from the start', async () => {
      expect(await receiptOf(byLink(await demo.token('ade'), ade.number))).not.toHaveProperty('coupon');
    });

    test('is still given to a visitor who proves the number later', async () => {
      const id = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';
      const receipt = await receiptOf({ ...typed(penny.email, ade.number), id });
      expect(receipt).toMatchObject({ next: 'verify', coupon: { code: coupon } });
      const [text] = await demo.get<{ code: string }[]>('/api/texts');
      const proven = await demo.post(`/v1/submissions/${id}/verify`, {
        ...receipt,
        store: demo.store,
        code: text?.code,
      });
      expect(proven.json()).toMatchObject({ outcome: 'accepted', coupon: { code: coupon } });
    });

    test('is not given by a collector without one', async () => {
      const plain = await Demo.start(database());
      expect((await plain.submit(typed('stranger@example.com', free))).json()).not.toHaveProperty('coupon');
    });
  });
});
