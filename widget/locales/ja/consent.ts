import type { ConsentCatalogue } from '../consentText.ts';

/** Japanese: no wording of ours yet; how often is said for the owner's. */
export const consentJa = {
  frequency: { other: '月に約{n}通' },
  frequencyVaries: '配信頻度は時期により異なります',
  regions: {},
} satisfies ConsentCatalogue;
