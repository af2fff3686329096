import type { ConsentCatalogue } from '../consentText.ts';

/** Arabic: no consent text of ours yet; the frequency is for the owner's. */
export const consentAr = {
  frequency: {
    zero: 'حوالي {n} رسالة في الشهر',
    one: 'حوالي رسالة واحدة في الشهر',
    two: 'حوالي رسالتين في الشهر',
    few: 'حوالي {n} رسائل في الشهر',
    many: 'حوالي {n} رسالة في الشهر',
    other: 'حوالي {n} رسالة في الشهر',
  },
  frequencyVaries: 'عدد الرسائل يختلف من شهر إلى آخر',
  regions: {},
} satisfies ConsentCatalogue;
