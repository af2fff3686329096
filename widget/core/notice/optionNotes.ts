import type { Note } from './note.ts';

/** One wrong or missing option. */
export interface GivenOption {
  /** `terms`, `trigger.delay` */
  readonly option: string;
  readonly received: unknown;
  readonly expected: string;
  readonly message: string;
}

/** Options without which nothing is shown, with an example of each. */
const required: Readonly<Record<string, string>> = {
  collector: 'https://…',
  to: 'klaviyo',
  klaviyoCompany: 'AbC123',
  hubspotPortal: '1234567',
  hubspotForm: 'the form’s id',
  webhookUrl: 'https://…',
  brand: 'Your shop',
  terms: 'https://…/terms',
  privacy: 'https://…/privacy',
};

/** What to write, an option each; those that keep the popup closed first. */
export function optionNotes(problems: readonly GivenOption[], isTag: boolean): Note[] {
  const closing = problems.filter(isClosing);
  const others = problems.filter((p) => !isClosing(p));
  return [
    ...closing.map((p): Note => {
      if (p.option === 'badJson') {
        return {
          tone: 'bad',
          says: `The JSON block cannot be read, so nothing is shown: ${p.expected}.`,
          fix: 'Mend it there: its options may say where nothing must open.',
        };
      }
      const name = `\`${nameOf(p.option, isTag)}\``;
      if (p.received === undefined || p.received === '') {
        return {
          tone: 'bad',
          says: `${name} is missing: nothing is shown without it.`,
          fix: `Add ${written(p.option, isTag)}.`,
        };
      }
      return { tone: 'bad', says: `${name} is wrong, and no sign-up is possible without it.`, fix: fixOf(p, isTag) };
    }),
    ...others.map(
      (p): Note => ({
        tone: 'bad',
        says: `\`${nameOf(p.option, isTag)}\` is ${whatIsWrong(p)}.`,
        fix: fixOf(p, isTag),
      }),
    ),
  ];
}

/** What to write in place of it: another name, or another value. */
function fixOf({ option, expected }: GivenOption, isTag: boolean): string {
  const [meant, another] = [...expected.matchAll(/was it `([^`]+)`/gi)].map(([, word = '']) => word);
  if (/no option/.test(expected)) {
    return meant
      ? `Was it ${nameOf([...option.split('.').slice(0, -1), meant].join('.'), isTag)}?`
      : 'Remove it, or look its name up in the list of options.';
  }
  // Where there are several, only the whole sentence says which is for which.
  if (!meant || another) return `Give it ${expected}.`;
  return isTag ? `Was it ${nameOf(option, true)}="${meant}"?` : `Was it ${option}: '${meant}'?`;
}

/** Whether it keeps the popup closed. Canada's law asks for the sender. */
function isClosing({ option, received }: GivenOption): boolean {
  return Object.hasOwn(required, option) || option === 'badJson' || (option === 'sender' && received === undefined);
}

function whatIsWrong({ received, expected }: GivenOption): string {
  if (/no option/.test(expected)) return 'no option, so it is not used';
  return received === undefined ? 'missing, and what it belongs to is not used without it' : 'wrong, so it is not used';
}

/** Options whose attributes are shorter. */
const shortened: readonly string[] = ['coupon.code', 'collector.url', 'theme.preset', 'trigger.manual'];

/** How an option is called where the owner writes it: `data-trigger-delay`, `trigger.delay`. */
function nameOf(option: string, isTag: boolean): string {
  if (isTag && shortened.includes(option)) return `data-${option.split('.')[0]}`;
  return isTag ? `data-${option.replace(/\.?([A-Z])|\./g, (_all, letter = '') => `-${letter.toLowerCase()}`)}` : option;
}

function written(option: string, isTag: boolean): string {
  if (option === 'sender') {
    return isTag
      ? 'data-sender-name, data-sender-address and data-sender-contact to the script tag'
      : 'sender: { name, address, contact } to the options';
  }
  const example = required[option] ?? '…';
  return isTag ? `${nameOf(option, true)}="${example}" to the script tag` : `${option}: '${example}' to the options`;
}
