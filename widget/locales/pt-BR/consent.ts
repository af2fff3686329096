import type { ConsentCatalogue } from '../consentText.ts';

/** Brazilian Portuguese: no consent text of ours yet; the frequency is for the owner's. */
export const consentPtBR = {
  frequency: {
    one: 'Cerca de {n} mensagem por mês',
    many: 'Cerca de {n} de mensagens por mês',
    other: 'Cerca de {n} mensagens por mês',
  },
  frequencyVaries: 'A frequência varia',
  regions: {},
} satisfies ConsentCatalogue;
