import type { LegalCatalogue, LegalText } from './legal.ts';

// 47 CFR 64.1200(f)(9): the agreement names the seller, the number, the automation, and that it is no condition.
const agree =
  'I agree that {brand} may send recurring automated marketing texts to {target}. I don’t have to agree in order to buy anything.';
// The carriers' list (CTIA): frequency, rates, STOP, HELP, terms, privacy.
const carrier = '{frequency}. Message and data rates may apply. Reply STOP to end, HELP for help. {terms} · {privacy}';
const typed = 'the number above';
const anyTime = 'You can stop at any time: reply STOP to any text.';
const anyTimeMail = 'You can stop at any time by the link in every email.';

const uk: LegalText = {
  version: 'uk-1',
  sms: 'Text me {brand}’s news and offers.',
  smsNamed: 'Text me {brand}’s news and offers at {number}.',
  smsPrint: `{brand} will send marketing texts to this number. {frequency}. ${anyTime} {terms} · {privacy}`,
  email: 'Email me {brand}’s news and offers.',
  emailPrint: `${anyTimeMail} {privacy}`,
  emailMethod: 'checkbox',
};

const us: LegalText = {
  version: 'us-1',
  sms: `Text me offers. ${agree.replace('{target}', typed)}`,
  smsNamed: `Text me offers at {number}. ${agree.replace('{target}', 'this number')}`,
  smsPrint: carrier,
  email: 'By signing up you agree to get marketing emails from {brand}.',
  emailPrint: `${anyTimeMail} {privacy}`,
  emailMethod: 'submit',
};

/** English wording. Drafts: have your counsel read them. */
export const legalEn: LegalCatalogue = {
  locale: 'en',
  frequencyKnown: 'About {n} messages a month',
  frequencyOnce: 'About 1 message a month',
  frequencyVaries: 'How often varies',
  terms: 'Terms',
  privacy: 'Privacy',
  regions: {
    us,
    uk,
    eu: {
      ...uk,
      version: 'eu-1',
      smsPrint: `{brand} uses this number to send you marketing texts. {frequency}. You can withdraw your consent at any time: reply STOP to any text. {terms} · {privacy}`,
      emailPrint:
        '{brand} uses your address to send you marketing. You can withdraw your consent at any time. {privacy}',
    },
    au: {
      ...uk,
      version: 'au-1',
      smsPrint: `{brand} will send commercial texts to this number. {frequency}. ${anyTime} {terms} · {privacy}`,
    },
    ca: {
      ...uk,
      version: 'ca-1',
      sms: 'Text me {brand}’s news and offers.',
      smsPrint:
        '{brand} will send marketing texts to this number. {frequency}. Message and data rates may apply. {sender}. You can withdraw your consent at any time: reply STOP. {terms} · {privacy}',
      emailPrint: '{sender}. You can withdraw your consent at any time. {privacy}',
    },
    strict: {
      ...uk,
      version: 'strict-1',
      sms: us.sms,
      smsNamed: us.smsNamed,
      smsPrint:
        '{frequency}. Message and data rates may apply. Reply STOP to end, HELP for help. {sender} You can withdraw your consent at any time. {terms} · {privacy}',
      emailPrint: '{sender} You can withdraw your consent at any time by the link in every email. {privacy}',
    },
  },
};
