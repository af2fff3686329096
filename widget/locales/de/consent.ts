import type { ConsentCatalogue, ConsentText } from '../consentText.ts';

const links = '{terms} · {privacy}';
const agree = (to: string) =>
  `Ich willige ein, dass {brand} mir wiederkehrend automatisierte Werbe-SMS an ${to} schickt. Die Einwilligung ist keine Voraussetzung für einen Kauf.`;
const withdrawMail = 'Sie können Ihre Einwilligung jederzeit über den Link in jeder E-Mail widerrufen. {privacy}';

const eu: ConsentText = {
  version: 'eu-de-1',
  locale: 'de',
  sms: 'Ich möchte Neuigkeiten und Angebote von {brand} per SMS erhalten.',
  smsNamed: 'Ich möchte Neuigkeiten und Angebote von {brand} per SMS an {number} erhalten.',
  smsPrint: `{brand} verwendet diese Nummer, um Ihnen Werbung per SMS zu schicken. {frequency}. Sie können Ihre Einwilligung jederzeit widerrufen: Antworten Sie mit STOP auf eine beliebige SMS. ${links}`,
  email: 'Ich möchte Neuigkeiten und Angebote von {brand} per E-Mail erhalten.',
  emailPrint: `{brand} verwendet Ihre Adresse, um Ihnen Werbung zu schicken. ${withdrawMail}`,
  emailMethod: 'checkbox',
  terms: 'Bedingungen',
  privacy: 'Datenschutz',
};

/** German consent texts. They are drafts: have your counsel check them. */
export const consentDe = {
  frequency: { one: 'Etwa {n} Nachricht im Monat', other: 'Etwa {n} Nachrichten im Monat' },
  frequencyVaries: 'Wie oft, ist unterschiedlich',
  regions: {
    eu,
    strict: {
      ...eu,
      version: 'strict-de-1',
      sms: `Ich möchte Angebote per SMS erhalten. ${agree('die oben angegebene Nummer')}`,
      smsNamed: `Ich möchte Angebote per SMS an {number} erhalten. ${agree('diese Nummer')}`,
      smsPrint: `{frequency}. Es können Kosten für Nachrichten und Daten anfallen. Antworten Sie mit STOP, um keine SMS mehr zu erhalten, oder mit HELP für Hilfe. {sender} Sie können Ihre Einwilligung jederzeit widerrufen. ${links}`,
      emailPrint: `{sender} ${withdrawMail}`,
    },
  },
} satisfies ConsentCatalogue;
