import type { ConsentCatalogue, ConsentText } from '../consentText.ts';

const links = '{terms} · {privacy}';
const agree = (to: string) =>
  `Accetto che {brand} mi invii SMS promozionali automatici e ricorrenti ${to}. Il consenso non è una condizione per acquistare.`;
const withdraw = 'Puoi revocare il consenso in qualsiasi momento';

const eu: ConsentText = {
  version: 'eu-it-1',
  locale: 'it',
  sms: 'Desidero ricevere via SMS novità e offerte da {brand}.',
  smsNamed: 'Desidero ricevere via SMS al numero {number} novità e offerte da {brand}.',
  smsPrint: `{brand} userà questo numero per inviarti SMS promozionali. {frequency}. ${withdraw}: rispondi STOP a un SMS. ${links}`,
  email: 'Desidero ricevere via email novità e offerte da {brand}.',
  emailPrint: `{brand} userà il tuo indirizzo per inviarti comunicazioni promozionali. ${withdraw} con il link presente in ogni email. {privacy}`,
  emailMethod: 'checkbox',
  terms: 'Condizioni',
  privacy: 'Privacy',
};

/** Italian consent texts. They are drafts: have your counsel check them. */
export const consentIt = {
  frequency: {
    one: 'Circa {n} messaggio al mese',
    many: 'Circa {n} di messaggi al mese',
    other: 'Circa {n} messaggi al mese',
  },
  frequencyVaries: 'La frequenza varia',
  regions: {
    eu,
    strict: {
      ...eu,
      version: 'strict-it-1',
      sms: `Desidero ricevere offerte via SMS. ${agree('al numero indicato sopra')}`,
      smsNamed: `Desidero ricevere offerte via SMS al numero {number}. ${agree('a questo numero')}`,
      smsPrint: `{frequency}. Potrebbero applicarsi costi per messaggi e dati. Rispondi STOP per non riceverne più, HELP per assistenza. {sender} ${withdraw}. ${links}`,
      emailPrint: `{sender} ${withdraw} con il link presente in ogni email. {privacy}`,
    },
  },
} satisfies ConsentCatalogue;
