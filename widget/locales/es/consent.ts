import type { ConsentCatalogue, ConsentText } from '../consentText.ts';

const links = '{terms} · {privacy}';
const agree = (to: string) =>
  `Acepto que {brand} me envíe SMS publicitarios automatizados y recurrentes ${to}. Aceptar no es una condición para comprar.`;
const withdraw = 'Puedes retirar tu consentimiento en cualquier momento';

const eu: ConsentText = {
  version: 'eu-es-1',
  locale: 'es',
  sms: 'Quiero recibir por SMS novedades y ofertas de {brand}.',
  smsNamed: 'Quiero recibir por SMS en el {number} novedades y ofertas de {brand}.',
  smsPrint: `{brand} usará este número para enviarte SMS publicitarios. {frequency}. ${withdraw}: responde STOP a cualquier SMS. ${links}`,
  email: 'Quiero recibir por correo electrónico novedades y ofertas de {brand}.',
  emailPrint: `{brand} usará tu dirección para enviarte publicidad. ${withdraw} con el enlace de cada correo. {privacy}`,
  emailMethod: 'checkbox',
  terms: 'Condiciones',
  privacy: 'Privacidad',
};

/** Spanish consent texts. They are drafts: have your counsel check them. */
export const consentEs = {
  frequency: {
    one: 'Alrededor de {n} mensaje al mes',
    many: 'Alrededor de {n} de mensajes al mes',
    other: 'Alrededor de {n} mensajes al mes',
  },
  frequencyVaries: 'La frecuencia varía',
  regions: {
    eu,
    strict: {
      ...eu,
      version: 'strict-es-1',
      sms: `Quiero recibir ofertas por SMS. ${agree('al número indicado arriba')}`,
      smsNamed: `Quiero recibir ofertas por SMS en el {number}. ${agree('a este número')}`,
      smsPrint: `{frequency}. Pueden aplicarse tarifas de mensajes y datos. Responde STOP para dejar de recibirlos o HELP para obtener ayuda. {sender} ${withdraw}. ${links}`,
      emailPrint: `{sender} ${withdraw} con el enlace de cada correo. {privacy}`,
    },
  },
} satisfies ConsentCatalogue;
