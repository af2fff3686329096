import type { ConsentCatalogue } from '../consentText.ts';

/** Brazilian Portuguese: no wording of ours yet; how often is said for the owner's. */
export const consentPtBR = {
  frequency: {
    one: 'Cerca de {n} mensagem por mês',
    many: 'Cerca de {n} de mensagens por mês',
    other: 'Cerca de {n} mensagens por mês',
  },
  frequencyVaries: 'A frequência varia',
  regions: {},
} satisfies ConsentCatalogue;
