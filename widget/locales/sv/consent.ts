import type { ConsentCatalogue } from '../consentText.ts';

/** Swedish: no consent text of ours yet; the frequency is for the owner's. */
export const consentSv = {
  frequency: { one: 'Ungefär {n} meddelande i månaden', other: 'Ungefär {n} meddelanden i månaden' },
  frequencyVaries: 'Hur ofta varierar',
  regions: {},
} satisfies ConsentCatalogue;
