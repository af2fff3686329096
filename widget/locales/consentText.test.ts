import { describe, expect, test } from 'vitest';
import { loadLanguage } from '../popup/loadLanguage.ts';
import { languages } from '../popup/stringsFor.ts';
import { consentSources } from './consentSources.ts';
import type { ConsentRegion, ConsentText } from './consentText.ts';

/** What a wording must say, and how each language says it. */
const elements = {
  brand: () => /\{brand\}/g,
  frequency: () => /\{frequency\}/g,
  'STOP to end': () => /\bSTOP\b/g,
  'the terms': () => /\{terms\}/g,
  'the privacy policy': () => /\{privacy\}/g,
  'who sends, and where to find them': () => /\{sender\}/g,
  'that texts are meant': (say: Phrases) => say.texts,
  'what for': (say: Phrases) => say.purpose,
  'that it is to the number given': (say: Phrases) => say.number,
  'that texts recur, are automated and market': (say: Phrases) => say.automated,
  'that it is no condition of buying': (say: Phrases) => say.condition,
  rates: (say: Phrases) => say.rates,
  'HELP for help': (say: Phrases) => say.help,
  'who decides on the use': (say: Phrases) => say.controller,
  'that it ends at any time': (say: Phrases) => say.anyTime,
  'that consent can be withdrawn at any time': (say: Phrases) => say.withdraw,
} as const;

type Element = keyof typeof elements;

interface Phrases {
  readonly texts: RegExp;
  readonly email: RegExp;
  readonly purpose: RegExp;
  readonly number: RegExp;
  readonly automated: RegExp;
  readonly condition: RegExp;
  readonly rates: RegExp;
  readonly help: RegExp;
  readonly controller: RegExp;
  readonly anyTime: RegExp;
  readonly withdraw: RegExp;
  /** How the box for texts begins: as a wish of the visitor’s own. */
  readonly wish: RegExp;
}

const phrases: Readonly<Record<string, Phrases>> = {
  en: {
    wish: /^Text me /,
    texts: /\btexts?\b/gi,
    email: /\bemails?\b/gi,
    purpose: /marketing|commercial|news and offers|Text me offers/g,
    number: /the number above|this number/g,
    automated: /recurring automated marketing texts/g,
    condition: /don’t have to agree in order to buy/g,
    rates: /Message and data rates may apply/g,
    help: /HELP for help/g,
    controller: /\{brand\} uses (this number|your address)/g,
    anyTime: /at any time/g,
    withdraw: /can withdraw your consent at any time/g,
  },
  de: {
    wish: /^Ich möchte .*per SMS/,
    texts: /SMS/g,
    email: /E-Mail/g,
    purpose: /Werbung|Werbe-SMS|Neuigkeiten und Angebote|Angebote/g,
    number: /an die oben angegebene Nummer|diese Nummer/g,
    automated: /wiederkehrend automatisierte Werbe-SMS/g,
    condition: /keine Voraussetzung für einen Kauf/g,
    rates: /Kosten für Nachrichten und Daten/g,
    help: /HELP für Hilfe/g,
    controller: /\{brand\} verwendet (diese Nummer|Ihre Adresse)/g,
    anyTime: /jederzeit/g,
    withdraw: /können Ihre Einwilligung jederzeit [^.]*widerrufen/g,
  },
  fr: {
    wish: /^Je souhaite recevoir .*par SMS|^Je souhaite recevoir par SMS/,
    texts: /SMS/g,
    email: /e-mail|courriel/g,
    purpose: /publicit(é|aires)|des actualités et des offres|des offres/g,
    number: /au numéro ci-dessus|ce numéro/g,
    automated: /SMS publicitaires automatisés et récurrents/g,
    condition: /n’est pas une condition d’achat/g,
    rates: /Des frais de messagerie et de données peuvent s’appliquer/g,
    help: /HELP pour obtenir de l’aide/g,
    controller: /\{brand\} utilise (ce numéro|votre adresse)/g,
    anyTime: /à tout moment/g,
    withdraw: /pouvez retirer votre consentement à tout moment/g,
  },
  es: {
    wish: /^Quiero recibir .*por SMS|^Quiero recibir por SMS/,
    texts: /SMS/g,
    email: /correo electrónico|correo/g,
    purpose: /publicidad|publicitarios|novedades y ofertas|ofertas/g,
    number: /al número indicado arriba|este número/g,
    automated: /SMS publicitarios automatizados y recurrentes/g,
    condition: /no es una condición para comprar/g,
    rates: /Pueden aplicarse tarifas de mensajes y datos/g,
    help: /HELP para obtener ayuda/g,
    controller: /\{brand\} usará (este número|tu dirección)/g,
    anyTime: /en cualquier momento/g,
    withdraw: /Puedes retirar tu consentimiento en cualquier momento/g,
  },
  it: {
    wish: /^Desidero ricevere .*via SMS|^Desidero ricevere via SMS/,
    texts: /SMS/g,
    email: /email/g,
    purpose: /promozionali|novità e offerte|offerte/g,
    number: /al numero indicato sopra|questo numero/g,
    automated: /SMS promozionali automatici e ricorrenti/g,
    condition: /non è una condizione per acquistare/g,
    rates: /Potrebbero applicarsi costi per messaggi e dati/g,
    help: /HELP per assistenza/g,
    controller: /\{brand\} userà (questo numero|il tuo indirizzo)/g,
    anyTime: /in qualsiasi momento/g,
    withdraw: /Puoi revocare il consenso in qualsiasi momento/g,
  },
  nl: {
    wish: /^Ik wil .*per sms/,
    texts: /sms/g,
    email: /e-mail/g,
    purpose: /reclame|nieuws en aanbiedingen|aanbiedingen/g,
    number: /het nummer hierboven|dit nummer/g,
    automated: /terugkerende, geautomatiseerde reclame-sms’jes/g,
    condition: /geen voorwaarde om iets te kopen/g,
    rates: /kosten voor berichten en data gelden/g,
    help: /HELP voor hulp/g,
    controller: /\{brand\} gebruikt (dit nummer|je adres)/g,
    anyTime: /op elk moment/g,
    withdraw: /kunt je toestemming op elk moment intrekken/g,
  },
};

const everywhere: readonly Element[] = [
  'brand',
  'frequency',
  'STOP to end',
  'the terms',
  'the privacy policy',
  'that texts are meant',
  'what for',
  'that it is to the number given',
];
const carriers: readonly Element[] = [
  'that texts recur, are automated and market',
  'that it is no condition of buying',
  'rates',
  'HELP for help',
];
const canada: readonly Element[] = [
  'rates',
  'HELP for help',
  'who sends, and where to find them',
  'that consent can be withdrawn at any time',
];
const europe: readonly Element[] = ['who decides on the use', 'that consent can be withdrawn at any time'];

const required: Readonly<Record<ConsentRegion, readonly Element[]>> = {
  us: [...everywhere, ...carriers],
  ca: [...everywhere, ...canada],
  uk: [...everywhere, ...europe],
  eu: [...everywhere, ...europe],
  au: [...everywhere, 'that it ends at any time'],
  strict: [...new Set([...everywhere, ...carriers, ...canada])],
};

const mail: readonly Element[] = ['brand', 'the privacy policy', 'what for', 'that it ends at any time'];
const requiredOfMail: Readonly<Record<ConsentRegion, readonly Element[]>> = {
  us: mail,
  ca: [...mail, 'who sends, and where to find them', 'that consent can be withdrawn at any time'],
  uk: [...mail, ...europe],
  eu: [...mail, ...europe],
  au: mail,
  strict: [...mail, 'who sends, and where to find them', 'that consent can be withdrawn at any time'],
};

/** One wording with what names it. */
interface Row {
  readonly language: string;
  readonly region: ConsentRegion;
  readonly text: ConsentText;
  readonly say: Phrases;
}

const rows: Row[] = [];
for (const language of Object.keys(languages)) {
  const { consentTexts: legal } = (await loadLanguage(language, undefined)).localeFile;
  for (const [region, text] of Object.entries(legal.regions) as [ConsentRegion, ConsentText][]) {
    const say = phrases[language];
    if (!say) throw new Error(`no phrases to look for in ${language}`);
    rows.push({ language, region, text, say });
  }
}
const table = rows.map((row) => [`${row.region} in ${row.language}`, row] as const);

/** The three things that are agreed to, as they stand on the screen, with what each must say. */
function agreements({ region, text }: Row): readonly (readonly [said: string, must: readonly Element[]])[] {
  return [
    [`${text.sms} ${text.smsPrint}`, required[region]],
    [`${text.smsNamed} ${text.smsPrint}`, required[region]],
    [`${text.email} ${text.emailPrint}`, requiredOfMail[region]],
  ];
}

const says = (said: string, element: Element, say: Phrases) => said.search(elements[element](say)) >= 0;

test('there are texts for every region in English, and for the EU and the strictest case in five more languages', () => {
  const held = rows.map(({ region, language }) => `${region} ${language}`).sort();
  const english = ['us', 'ca', 'uk', 'eu', 'au', 'strict'].map((region) => `${region} en`);
  const others = ['fr', 'de', 'es', 'it', 'nl'].flatMap((language) => [`eu ${language}`, `strict ${language}`]);
  expect(held).toEqual([...english, ...others, 'ca fr'].sort());
});

describe.each(table)('the consent text of %s', (_name, row) => {
  const { region, language, text, say } = row;

  test('says everything that its region asks for', () => {
    for (const [said, must] of agreements(row)) {
      expect({ said, lacks: must.filter((element) => !says(said, element, say)) }).toEqual({ said, lacks: [] });
    }
  });

  test('is reported as incomplete without any of its parts', () => {
    for (const [said, must] of agreements(row)) {
      expect(must.length).toBeGreaterThan(3);
      for (const element of must) {
        const without = said.replace(elements[element](say), '');
        expect(without).not.toBe(said);
        expect([element, says(without, element, say)]).toEqual([element, false]);
      }
    }
  });

  test('begins as the visitor’s own wish, and includes a number that is known', () => {
    expect(text.sms).toMatch(say.wish);
    expect(text.smsNamed).toMatch(say.wish);
    expect(text.smsNamed).toContain('{number}');
  });

  test('asks for texts in one box and for email in another', () => {
    expect(`${text.sms} ${text.smsNamed} ${text.smsPrint}`.search(say.email)).toBe(-1);
    expect(`${text.email} ${text.emailPrint}`.search(say.texts)).toBe(-1);
    expect(`${text.email} ${text.emailPrint}`.search(say.email)).toBeGreaterThanOrEqual(0);
  });

  test('has a box for email, except where the button itself may say it', () => {
    expect(text.emailMethod).toBe(region === 'us' ? 'submit' : 'checkbox');
  });

  test('has no slot that is never filled', () => {
    const known = ['brand', 'number', 'frequency', 'terms', 'privacy', 'sender'];
    const found = [...JSON.stringify(Object.values(text)).matchAll(/\{(\w*)\}/g)].map(([, name]) => name);
    expect(found.filter((name) => !known.includes(name ?? ''))).toEqual([]);
    expect(`${text.sms}${text.smsPrint}${text.email}${text.emailPrint}`).not.toContain('{number}');
  });

  test('has a version of region, language and number, and names its source', () => {
    expect(text.version).toMatch(new RegExp(`^${region}-${language}-\\d+$`));
    expect(consentSources[text.version]).toMatchObject({
      status: expect.stringMatching(/^(draft|reviewed)$/),
      source: expect.stringMatching(/\w{3}/),
      date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
  });

  test('is recorded in the language it is written in, with the region’s where it has one', () => {
    const country: Partial<Record<ConsentRegion, string>> = { us: 'US', ca: 'CA', uk: 'GB', au: 'AU' };
    expect(text.locale).toBe(country[region] ? `${language}-${country[region]}` : language);
  });
});

test.each(['ca', 'strict'] as const)(
  'French of %s has the words of both languages that Canada’s carriers ask for',
  (at) => {
    const { text } = rows.find(({ region, language }) => region === at && language === 'fr') ?? {};
    expect(text?.smsPrint).toMatch(/\bARRET ou STOP\b.*\bAIDE ou HELP\b/);
  },
);

test('no two consent texts share a version, and every version has its text', () => {
  expect(Object.keys(consentSources).sort()).toEqual(rows.map(({ text }) => text.version).sort());
});
