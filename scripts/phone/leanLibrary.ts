import { type Edit, edited } from '../edited.ts';

/** Everything behind a class's or a function's `{`: the minifier sees that nothing follows a `return`. */
const emptied = (name: string): Edit => [new RegExp(`\\b(function ${name}\\([^)]*\\) \\{)`), '$1 return;'];

/** Methods of a class that nobody calls. */
const withoutMethods = (...names: readonly string[]): readonly Edit[] =>
  names.map((name) => [new RegExp(`\\n  ${name}\\([^)]*\\) \\{\\n[\\s\\S]*?\\n  \\}`, 'g'), '']);

/** Every call is of the newer kind, which passes an object of the class and not one of parts. */
const newCallsOnly: Edit = [/\boptions\.v2\b/g, 'true'];

/** Checks of what the widget passes itself; each is one statement. */
const guard = /if \([^\n]*\) \{\s*throw new (?:Type)?Error\([^\n]*\);\s*\}/g;

/**
 * What the widget has no use for, by file in `es6-modern/`. The minifier leaves out what cannot be reached then.
 *
 * - Texts come from `readNumber.ts`, which leaves letters, ASCII digits, blanks and `+#;=()/` in them: no other digits, signs or
 *   separators, and so no `;phone-context=`
 * - Metadata come from `slices.ts`: of the fourth version, and with patterns of no landlines
 * - Numbers are read, checked and written in international form, and nothing else
 * - `createPhoneRules.ts` takes every error for a text that is no number
 */
const edits: Readonly<Record<string, readonly Edit[]>> = {
  'metadata.js': [
    [/\bthis(?:\.metadata)?\.v([1-3])\b(?!\s*=[^=])/g, 'false'],
    emptied('setVersion'),
    emptied('validateMetadata'),
    [/ \|\| this\.metadata\.nonGeographical/, ''],
    [/if \(this\.nonGeographic\(\)\) \{/g, 'if (true) {'],
    [/if \(countryCodes\.length === 1 && countryCodes\[0\]\.length === 3\)/, 'if (false)'],
    [/ && countryCode !== '001'/, ''],
    [/switch \(type\) \{/, 'return types[type]; $&'],
    [/if \(legacyArgumentCallingCode\)/, 'if (false)'],
    ...withoutMethods(
      'getCountries',
      'isNonGeographicCallingCode',
      'country',
      'defaultIDDPrefix',
      'ext',
      'chooseCountryByCountryCallingCode',
      'getDefaultCountryMetadataForRegion',
      '_getNationalPrefixFormattingRule',
      'nationalPrefixFormattingRule',
      '_getNationalPrefixIsOptionalWhenFormatting',
      'nationalPrefixIsOptionalWhenFormattingInNationalFormat',
      'nationalPrefixIsMandatoryWhenFormattingInNationalFormat',
      'usesNationalPrefix',
    ),
  ],
  'helpers/getNumberType.js': [
    [/options\.v2 \? input\.nationalNumber : input\.phone/, 'input.nationalNumber || input.phone'],
    [/if \(isNumberTypeEqualTo\(nationalNumber, 'FIXED_LINE', metadata\)\)/, 'if (false)'],
    // By their places in the metadata: which type it is, nobody asks.
    [/= \['MOBILE', [^\]]*\]/, '= [1, 2, 3, 4, 5, 6, 7, 8, 9]'],
  ],
  'helpers/checkNumberLength.js': [
    [/metadata\.type\(type\)/, 'undefined'],
    [/if \(type === 'FIXED_LINE_OR_MOBILE'\)/, 'if (false)'],
  ],
  'helpers/extractFormattedPhoneNumberFromPossibleRfc3966NumberUri.js': [
    [/= extractPhoneContext\(numberToParse\)/, '= null'],
    [/!isPhoneContextValid\(phoneContext\)/, 'false'],
  ],
  'helpers/extractPhoneContext.js': [[/new RegExp\(.*\)/g, 'null']],
  'helpers/extractCountryCallingCode.js': [[/countryCallingCodeSource: .*,/g, '']],
  'helpers/extractNationalNumberFromPossiblyIncompleteNumber.js': [
    [/let nationalPrefix;[\s\S]*?(?=return \{)/, ''],
    [/nationalPrefix,/, ''],
  ],
  'helpers/formatNationalNumberUsingFormat.js': [
    [/useInternationalFormat \?[\s\S]*?format\.format\(\)\)/, 'format.internationalFormat())'],
    [/if \(useInternationalFormat\)/, 'if (true)'],
  ],
  'helpers/extension/createExtensionPattern.js': [
    [/"\[ \\u00A0\\\\t,\]\*"/, '" *"'],
    [/"\[:\\\\\.\\uFF0E\]\?\[ \\u00A0\\\\t,-\]\*"/, '" *"'],
    [/"\[ \\u00A0\\\\t\]\*"/, '" *"'],
    [/\(\?:o\\u0301\?\|\\u00F3\)/, '[o\\u00F3]'],
    [/\|\\uFF45\?\\uFF58\\uFF54\\uFF4E\?/, ''],
    [/\[x\\uFF58#\\uFF03~\\uFF5E\]\|int\|\\uFF49\\uFF4E\\uFF54/, '[x#]|int'],
    [/"\[- \]\+"/, '" +"'],
    [/"\(\?:,\{2\}\|;\)"/, '";"'],
    [/ \+ "\|" \+ onlyCommasExtn/, ''],
  ],
  'constants.js': [
    [/'0-9\\uFF10.*'/, "'0-9'"],
    [/'\+\\uFF0B'/, "'+'"],
    // Formats have ASCII separators; the long vowel of Japanese is a letter, and may be left in a text.
    [/(const DASHES = ).*;/, "$1'-\\u30FC';"],
    [/(const SLASHES = ).*;/, "$1'/';"],
    [/(const DOTS = ).*;/, "$1'.';"],
    [/(const WHITESPACE = ).*;/, "$1' ';"],
    [/(const BRACKETS = ).*;/, "$1'()\\\\[\\\\]';"],
    [/(const TILDES = ).*;/, "$1'~';"],
  ],
  'helpers/parseDigits.js': [[/return DIGITS\[character\];/, 'return /\\d/.test(character) ? character : undefined;']],
  'parsePhoneNumber.js': [
    [
      /normalizeArguments\(arguments\)/,
      '{ text: arguments[0], options: { defaultCountry: arguments[1] }, metadata: arguments[2] }',
    ],
  ],
  'parsePhoneNumber_.js': [[/_extends\(\{\}, options, \{/, '({']],
  'parsePhoneNumberWithError_.js': [[/_extends\(\{\}, options, \{\s*v2: true\s*\}\)/, 'options']],
  'parse.js': [
    newCallsOnly,
    [/options\.(defaultCallingCode|extract)\b/g, 'undefined'],
    [/phoneNumber\.__countryCallingCodeSource = .*;/, ''],
    [/if \(carrierCode\)/, 'if (false)'],
  ],
  'ParseError.js': [[/export default class[\s\S]*/, 'export default Error;']],
  'isPossible.js': [newCallsOnly, [/if \(metadata\.possibleLengths\(\)\)/, 'if (true)']],
  'isValid.js': [newCallsOnly],
  'PhoneNumber.js': [
    ...withoutMethods(
      'setExt',
      'getPossibleCountries',
      'isNonGeographic',
      'isEqual',
      'getType',
      'formatNational',
      'getURI',
    ),
    [/isObject\(nationalNumber\) && isObject\(nationalNumber\.countries\)/, 'false'],
    [/getCountryAndCallingCodeFromOneOfThem\(.*\)/, '{ callingCode: countryOrCountryCallingCode }'],
    [/options \? _extends\(\{\}, options, \{\s*v2: true\s*\}\) : \{\s*v2: true\s*\}/, '{}'],
  ],
  'format.js': [
    newCallsOnly,
    [/switch \(format\)/, "switch ('INTERNATIONAL')"],
    [/if \(options\) \{/, 'if (false) {'],
    [/return addExtension\(number, .*;/g, 'return number;'],
    [/withNationalPrefix: .*,/, ''],
    [/formatAs === 'INTERNATIONAL'/, 'true'],
  ],
};

/**
 * A module of the phone library without what the widget has no use for: a kilobyte less for everybody who is asked for a number.
 *
 * @throws where the module is written in another way than expected
 */
export function leanLibrary(file: string, code: string): string {
  const [, name] = /\/libphonenumber-js\/es6-modern\/(.+)$/.exec(file) ?? [];
  if (!name) return code;
  return edited(file, code, edits[name]).replace(guard, '');
}
