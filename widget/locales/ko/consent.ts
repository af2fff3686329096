import type { ConsentCatalogue } from '../consentText.ts';

/** Korean: no wording of ours yet; how often is said for the owner's. */
export const consentKo = {
  frequency: { other: '한 달에 약 {n}건' },
  frequencyVaries: '발송 횟수는 때에 따라 달라요',
  regions: {},
} satisfies ConsentCatalogue;
