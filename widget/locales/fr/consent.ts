import type { ConsentCatalogue, ConsentText } from '../consentText.ts';

const links = '{terms} · {privacy}';
const agree = (to: string) =>
  `J’accepte que {brand} m’envoie des SMS publicitaires automatisés et récurrents ${to}. Cet accord n’est pas une condition d’achat.`;
const withdraw = 'Vous pouvez retirer votre consentement à tout moment';
const rates = 'Des frais de messagerie et de données peuvent s’appliquer.';

const eu: ConsentText = {
  version: 'eu-fr-1',
  locale: 'fr',
  sms: 'Je souhaite recevoir par SMS des actualités et des offres envoyées par {brand}.',
  smsNamed: 'Je souhaite recevoir par SMS au {number} des actualités et des offres envoyées par {brand}.',
  smsPrint: `{brand} utilise ce numéro pour vous envoyer des SMS publicitaires. {frequency}. ${withdraw} en répondant STOP à un SMS. ${links}`,
  email: 'Je souhaite recevoir par e-mail des actualités et des offres envoyées par {brand}.',
  emailPrint: `{brand} utilise votre adresse pour vous envoyer de la publicité. ${withdraw} grâce au lien présent dans chaque e-mail. {privacy}`,
  emailMethod: 'checkbox',
  terms: 'Conditions',
  privacy: 'Confidentialité',
};

/** French consent texts. They are drafts: have your counsel check them. */
export const consentFr = {
  frequency: {
    one: 'Environ {n} message par mois',
    many: 'Environ {n} de messages par mois',
    other: 'Environ {n} messages par mois',
  },
  frequencyVaries: 'La fréquence varie',
  regions: {
    eu,
    // Canada’s carriers ask for the keywords of both languages, in capitals and without accents.
    ca: {
      ...eu,
      version: 'ca-fr-2',
      locale: 'fr-CA',
      smsPrint: `{brand} enverra des SMS publicitaires à ce numéro. {frequency}. ${rates} {sender} ${withdraw} en répondant ARRET ou STOP. Répondez AIDE ou HELP pour obtenir de l’aide. ${links}`,
      email: 'Je souhaite recevoir par courriel des actualités et des offres envoyées par {brand}.',
      emailPrint: `{sender} ${withdraw} grâce au lien présent dans chaque courriel. {privacy}`,
    },
    strict: {
      ...eu,
      version: 'strict-fr-2',
      sms: `Je souhaite recevoir des offres par SMS. ${agree('au numéro ci-dessus')}`,
      smsNamed: `Je souhaite recevoir des offres par SMS au {number}. ${agree('à ce numéro')}`,
      smsPrint: `{frequency}. ${rates} Répondez ARRET ou STOP pour arrêter, AIDE ou HELP pour obtenir de l’aide. {sender} ${withdraw}. ${links}`,
      emailPrint: `{sender} ${withdraw} grâce au lien présent dans chaque e-mail. {privacy}`,
    },
  },
} satisfies ConsentCatalogue;
