import type { ConsentCatalogue } from '../consentText.ts';

/** Polish: no wording of ours yet; how often is said for the owner's. */
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
