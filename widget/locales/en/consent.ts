import type { ConsentCatalogue, ConsentText } from '../consentText.ts';

// 47 CFR 64.1200(f)(9): the agreement names the seller, the number, the automation, and that it is no condition.
const agree = (target: string) =>
  `I agree that {brand} may send recurring automated marketing texts to ${target}. I don’t have to agree in order to buy anything.`;
// The carriers' list (CTIA): frequency, rates, STOP, HELP, terms, privacy.
const carrier = '{frequency}. Message and data rates may apply. Reply STOP to end, HELP for help.';
const typed = 'the number above';
const links = '{terms} · {privacy}';
const withdrawText = 'You can withdraw your consent at any time: reply STOP to any text.';
const withdrawMail = 'You can withdraw your consent at any time by the link in every email. {privacy}';
const anyTimeMail = 'You can stop at any time by the link in every email. {privacy}';

// UK GDPR and GDPR alike: the purpose, who decides on it, and that consent can be withdrawn.
const eu: ConsentText = {
  version: 'eu-en-2',
  locale: 'en',
  sms: 'Text me {brand}’s news and offers.',
  smsNamed: 'Text me {brand}’s news and offers at {number}.',
  smsPrint: `{brand} uses this number to send you marketing texts. {frequency}. ${withdrawText} ${links}`,
  email: 'Email me {brand}’s news and offers.',
  emailPrint: `{brand} uses your address to send you marketing. ${withdrawMail}`,
  emailMethod: 'checkbox',
  terms: 'Terms',
  privacy: 'Privacy',
};

const us: ConsentText = {
  ...eu,
  version: 'us-en-1',
  locale: 'en-US',
  sms: `Text me offers. ${agree(typed)}`,
  smsNamed: `Text me offers at {number}. ${agree('this number')}`,
  smsPrint: `${carrier} ${links}`,
  email: 'By signing up you agree to get marketing emails from {brand}.',
  emailPrint: anyTimeMail,
  emailMethod: 'submit',
};

/** English consent texts. They are drafts: have your counsel check them. */
export const consentEn = {
  frequency: { one: 'About {n} message a month', other: 'About {n} messages a month' },
  frequencyVaries: 'How often varies',
  regions: {
    us,
    uk: { ...eu, version: 'uk-en-2', locale: 'en-GB' },
    eu,
    au: {
      ...eu,
      version: 'au-en-1',
      locale: 'en-AU',
      smsPrint: `{brand} will send commercial texts to this number. {frequency}. You can stop at any time: reply STOP to any text. ${links}`,
      emailPrint: anyTimeMail,
    },
    ca: {
      ...eu,
      version: 'ca-en-2',
      locale: 'en-CA',
      smsPrint: `{brand} will send marketing texts to this number. {frequency}. Message and data rates may apply. {sender} You can withdraw your consent at any time: reply STOP. Reply HELP for help. ${links}`,
      emailPrint: '{sender} You can withdraw your consent at any time. {privacy}',
    },
    strict: {
      ...eu,
      version: 'strict-en-1',
      sms: us.sms,
      smsNamed: us.smsNamed,
      smsPrint: `${carrier} {sender} You can withdraw your consent at any time. ${links}`,
      emailPrint: `{sender} ${withdrawMail}`,
    },
  },
} satisfies ConsentCatalogue;
