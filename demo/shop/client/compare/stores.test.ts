import { expect, it } from 'vitest';
import { isStoreName } from '../../../collector/http/storeOf.ts';
import { addressIn, newStores } from './stores.ts';

it('one run has two new stores', () => {
  const stores = newStores(new Uint8Array([0, 1, 10, 171, 255]));
  expect(stores).toEqual({ plain: 'cmp-00010aabff-a', hello: 'cmp-00010aabff-b' });
  expect(Object.values(stores).every(isStoreName)).toBe(true);
  expect(newStores()).not.toEqual(newStores());
});

it('every address names the store and the phone', () => {
  expect(addressIn('plain', 'cmp-1-a', '/inbox/ade')).toBe('/inbox/ade?store=cmp-1-a&frame=plain');
});
