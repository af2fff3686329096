import type { Explanation } from '../explain.ts';
import type { CollectorState } from './collectorState.ts';
import type { Note } from './note.ts';
import { type GivenOption, optionNotes } from './optionNotes.ts';

/** What the owner's notice knows. */
export interface NoticeFacts {
  readonly explanation: Explanation;
  /** What is wrong with the options. */
  readonly problems: readonly GivenOption[];
  /** Loaded by a script tag, so fixes are written as attributes. */
  readonly isTag: boolean;
  /** Script tags of the same signup on the page. */
  readonly tags: number;
  /** The browser can show modal dialogs. */
  readonly hasDialogs: boolean;
  /** The option `storage` was given. */
  readonly isStorageSaid: boolean;
  /** The banner has been waited for longer than people take to answer one. */
  readonly isGateOverdue: boolean;
  /** No consent platform has answered, and there is no banner. */
  readonly isConsentSilent?: boolean | undefined;
  readonly collector: { readonly url: string; readonly state: CollectorState };
  readonly page: { readonly origin: string; readonly path: string };
  readonly qa: string | undefined;
}

/** Everything worth telling the owner, the most pressing first; never empty. */
export function diagnose(facts: NoticeFacts): readonly [Note, ...Note[]] {
  const { explanation } = facts;
  const notes: Note[] = [
    ...browserNotes(facts),
    ...optionNotes(facts.problems, facts.isTag),
    ...tagNotes(facts),
    ...collectorNotes(facts),
    ...gateNotes(facts),
    ...quietNotes(facts),
  ];
  const order = ['bad', 'wait', 'good'];
  const sorted = notes.sort((a, b) => order.indexOf(a.tone) - order.indexOf(b.tone));
  const last: Note = { tone: explanation.reason === 'misconfigured' ? 'bad' : 'good', says: explanation.sentence };
  // Before the banner is answered nothing has been decided, and a note above says so.
  const isDecided = sorted.length > 0 && explanation.gate !== 'waiting';
  return [sorted[0] ?? last, ...sorted.slice(1), ...(isDecided ? [last] : [])];
}

function browserNotes({ hasDialogs }: NoticeFacts): Note[] {
  return hasDialogs
    ? []
    : [
        {
          tone: 'bad',
          says: 'This browser cannot show modal dialogs, so the popup stays closed in it.',
          fix: 'Look at the page in a current browser.',
        },
      ];
}

function tagNotes({ tags }: NoticeFacts): Note[] {
  return tags < 2
    ? []
    : [
        {
          tone: 'bad',
          says: `The script tag is on this page ${tags === 2 ? 'twice' : `${tags} times`}; only the first one counts.`,
          fix: 'Remove the others, or give each its own data-id.',
        },
      ];
}

/** By the result of the ping. */
function collectorNotes({ collector: { url, state }, page }: NoticeFacts): Note[] {
  const bad = (says: string, fix: string): Note[] => [{ tone: 'bad', says, fix }];
  switch (state.kind) {
    case 'blocked':
      return bad(
        'This page’s Content-Security-Policy forbids the connection to the collector.',
        `Add ${originOf(url, page.origin)} to its connect-src.`,
      );
    case 'refused':
      return bad(
        'The collector does not let this site read its answer (CORS), or its address is wrong.',
        `Check the address ${url}, and let it answer with access-control-allow-origin: ${page.origin}, also to OPTIONS.`,
      );
    case 'unreachable':
      return bad('The collector cannot be reached.', `Check the address ${url}, and that its server runs.`);
    case 'page':
      return bad(
        'The collector’s address answers with a web page, not as a collector does.',
        `Check the address ${url}: it must be the one that accepts submissions.`,
      );
    case 'status':
      return bad(
        `The collector’s address answers ${state.status}${state.status === 404 ? ' (not found)' : ''}.`,
        state.status === 401 || state.status === 403
          ? 'Let it accept submissions without a login: browsers send none.'
          : `Check the address ${url}.`,
      );
    default:
      return [];
  }
}

function gateNotes({ explanation, isStorageSaid, isGateOverdue, isConsentSilent, isTag }: NoticeFacts): Note[] {
  if (isConsentSilent && explanation.gate === 'page') {
    return [
      {
        tone: 'bad',
        says: 'No consent platform has answered, and no cookie banner was found: it asks on this page alone, and stores nothing.',
        fix: `Let your banner call ${isTag ? 'HelloAgain' : 'signup'}.setConsent('granted') or ('denied'), or say that no permission is needed here: storage "allowed".`,
      },
    ];
  }
  if (explanation.gate === 'waiting') {
    return isGateOverdue
      ? [
          {
            tone: 'bad',
            says: 'The cookie banner has not been answered for a while, and until it is nothing is asked.',
            fix: `Let your banner call ${isTag ? 'HelloAgain' : 'signup'}.setConsent('granted') or ('denied').`,
          },
        ]
      : [{ tone: 'wait', says: 'Waits for the cookie banner.', fix: 'Answer it to see what is asked.' }];
  }
  return isStorageSaid
    ? []
    : [
        {
          tone: 'bad',
          says: 'Nobody has said whether this site may store, so nobody is recognised on a second visit.',
          fix: isTag
            ? 'Add data-storage="banner" to the script tag, or "allowed" where no permission is needed.'
            : "Add storage: 'banner', or 'allowed' where no permission is needed.",
        },
      ];
}

/** What keeps it closed although all is well. */
function quietNotes({ explanation, page, qa, isTag }: NoticeFacts): Note[] {
  const wait = (says: string, fix: string): Note[] => [{ tone: 'wait', says, fix }];
  const force = 'Add ?ha=force to the address to see it now.';
  switch (explanation.reason) {
    case 'not-targeted':
      return wait(
        `This page (${page.path}) is excluded by targeting.`,
        isTag
          ? 'Look at a product page, or change data-target-exclude.'
          : 'Look at a product page, or change target.exclude.',
      );
    case 'dismissed':
    case 'frequency-cap':
    case 'signed-up-lately': {
      const words = explanation.keepsClosed.find(({ by }) => by === explanation.reason)?.says;
      return wait(
        words
          ? `Kept closed in this browser: ${words}.`
          : explanation.sentence.replace('the visitor closed it', 'it was closed in this browser'),
        force,
      );
    }
    case 'paused':
      return qa === 'off'
        ? wait('Kept closed by ?ha=off, for this tab.', 'Open the page in another tab.')
        : wait(explanation.sentence, 'Call resume(), or wait until the collector’s pause is over.');
    default:
      return explanation.keepsClosed.some(({ by }) => by === 'manual-trigger')
        ? wait('It opens only when the page calls open().', 'Call open() from your own button.')
        : triggerNotes(explanation, wait, force);
  }
}

/** What it waits for beside the delay that comes by itself, and what keeps this visitor from it. */
function triggerNotes(
  { ask, trigger: { waitsFor, conditions } }: Explanation,
  wait: (says: string, fix: string) => Note[],
  force: string,
): Note[] {
  if (ask === 'nothing') return [];
  const failing = conditions.filter(({ holds }) => !holds).map(({ says }) => says);
  if (failing.length > 0) return wait(`Does not open by itself here: ${failing.join('; ')}.`, force);
  const others = waitsFor.filter((words) => words.startsWith('waits'));
  if (others.length === 0) return [];
  const [first = '', ...rest] = waitsFor;
  return wait(`${first[0]?.toUpperCase()}${[first.slice(1), ...rest].join(', or ')}.`, force);
}

/** The origin to allow; a path is of this site. */
function originOf(url: string, origin: string): string {
  try {
    return new URL(url, origin).origin;
  } catch {
    return url;
  }
}
