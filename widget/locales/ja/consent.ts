import type { ConsentCatalogue } from '../consentText.ts';

/** Japanese: no consent text of ours yet; the frequency is for the owner's. */
export const consentJa = {
  frequency: { other: '月に約{n}通' },
  frequencyVaries: '配信頻度は時期により異なります',
  regions: {},
} satisfies ConsentCatalogue;
