import type { ConsentCatalogue, ConsentText } from '../consentText.ts';

const links = '{terms} · {privacy}';
const agree = (to: string) =>
  `Ik ga ermee akkoord dat {brand} mij terugkerende, geautomatiseerde reclame-sms’jes stuurt op ${to}. Dit is geen voorwaarde om iets te kopen.`;
const withdraw = 'Je kunt je toestemming op elk moment intrekken';

const eu: ConsentText = {
  version: 'eu-nl-1',
  locale: 'nl',
  sms: 'Ik wil per sms nieuws en aanbiedingen van {brand} ontvangen.',
  smsNamed: 'Ik wil per sms op {number} nieuws en aanbiedingen van {brand} ontvangen.',
  smsPrint: `{brand} gebruikt dit nummer om je reclame-sms’jes te sturen. {frequency}. ${withdraw}: antwoord STOP op een sms. ${links}`,
  email: 'Ik wil per e-mail nieuws en aanbiedingen van {brand} ontvangen.',
  emailPrint: `{brand} gebruikt je adres om je reclame te sturen. ${withdraw} via de link in elke e-mail. {privacy}`,
  emailMethod: 'checkbox',
  terms: 'Voorwaarden',
  privacy: 'Privacy',
};

/** Dutch consent texts. They are drafts: have your counsel check them. */
export const consentNl = {
  frequency: { one: 'Ongeveer {n} bericht per maand', other: 'Ongeveer {n} berichten per maand' },
  frequencyVaries: 'Hoe vaak verschilt',
  regions: {
    eu,
    strict: {
      ...eu,
      version: 'strict-nl-1',
      sms: `Ik wil aanbiedingen per sms ontvangen. ${agree('het nummer hierboven')}`,
      smsNamed: `Ik wil aanbiedingen per sms op {number} ontvangen. ${agree('dit nummer')}`,
      smsPrint: `{frequency}. Er kunnen kosten voor berichten en data gelden. Antwoord STOP om te stoppen, HELP voor hulp. {sender} ${withdraw}. ${links}`,
      emailPrint: `{sender} ${withdraw} via de link in elke e-mail. {privacy}`,
    },
  },
} satisfies ConsentCatalogue;
