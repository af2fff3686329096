import type { ConsentCatalogue } from '../consentText.ts';

/** Polish: no consent text of ours yet; the frequency is for the owner's. */
export const consentPl = {
  frequency: {
    one: 'Około {n} SMS-a miesięcznie',
    few: 'Około {n} SMS-ów miesięcznie',
    many: 'Około {n} SMS-ów miesięcznie',
    other: 'Około {n} SMS-a miesięcznie',
  },
  frequencyVaries: 'Częstotliwość jest różna',
  regions: {},
} satisfies ConsentCatalogue;
