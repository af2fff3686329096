import type { ConsentCatalogue } from '../consentText.ts';

/** Korean: no consent text of ours yet; the frequency is for the owner's. */
export const consentKo = {
  frequency: { other: '한 달에 약 {n}건' },
  frequencyVaries: '발송 횟수는 때에 따라 달라요',
  regions: {},
} satisfies ConsentCatalogue;
