import type { Plugin } from 'vite';

/**
 * Property names that never leave the script: in no payload, no option, no event, no cookie, and no library's API. The
 * classic build shortens them everywhere at once, since minifiers shorten properties only within one file. A name that
 * is also used outside, or stands in a text, must not be here; the end-to-end tests run on the built output. The entry's own
 * come first: the first ones become the shortest.
 */
export const internalNames: readonly string[] = [
  // Facts and needs
  ...['isMisconfigured', 'isPaused', 'isTargeted', 'isDismissed', 'isCapped', 'isRefused', 'isKnown', 'isAskedLately'],
  ...['hasSignedUp', 'pageSubscribed', 'hintSubscribed', 'cameByText', 'yieldsToOpen', 'askFor'],
  // Evidence and resolving
  ...['isShared', 'isRemembered', 'remembered', 'memoryClaim'],
  // Runtime and context
  ...[
    'isDestroyed',
    'hasOpened',
    'isPausedByHost',
    'pageClaim',
    'isRefusedHere',
    'refusedKeys',
    'failure',
    'undos',
    'needsOf',
    'withPopup',
  ],
  ...['heldBack', 'openSignup', 'setGate', 'setMemory', 'reread', 'refusal', 'dropLink', 'signups', 'isNewer'],
  ...['runtime', 'settings', 'platform', 'issuers', 'tags'],
  // What the lazy parts export
  ...[
    'settle',
    'erase',
    'openDelivery',
    'sendKept',
    'lookUp',
    'flush',
    'isSignedUpLately',
    'askedLately',
    'signedUp',
    'capped',
    'weighing',
    'catchUp',
    'takeOwn',
    'needsExtras',
    'noteLast',
  ],
  ...['extras'],
  // Platform
  ...['captured', 'whenActive', 'onReturn', 'onLeave', 'schedule', 'announce'],
  // The popup and its words
  ...['entered', 'isSending', 'isAskedAgain', 'confirmedNumber', 'isRefusable', 'isStorageOpen', 'namedNumber'],
  ...[
    'focusesField',
    'focusProblem',
    'focusPanel',
    'focusHeading',
    'shownConsents',
    'focusCode',
    'focusField',
    'onTicked',
  ],
  ...['isTicked', 'hasBox', 'isWithoutTexts', 'hasEmailBox', 'pageNumber', 'emailMethod'],
  ...['frequencyVaries', 'withoutTexts', 'anotherNumber'],
  ...['namedEmail', 'namedMail', 'namedText', 'askedAgain', 'emailEmpty', 'emailImpossible', 'phoneEmpty'],
  ...['phoneImpossible', 'phoneUnlikely', 'untickedNumber', 'untickedTexts', 'untickedEmail', 'successPending'],
  ...['successUnknown', 'waitingHere', 'tryAgain', 'signUp', 'isConfirmed', 'isPressing'],
  ...['isInSteps', 'isBrief', 'isPhoneOptional', 'onCloseRequest', 'onPage', 'onRemoved', 'alreadySignedUp'],
  ...['onAlreadySignedUp', 'numberUnderstood', 'extensionDropped', 'emailUnusual'],
  ...['stepTaken', 'confirmEmail', 'confirmText', 'codeBody', 'codeConfirm', 'codeEmpty', 'codeWrong', 'codeExpired'],
  ...['codeExhausted', 'codeResend', 'codeResendIn', 'codeResent', 'codeLater', 'teaserClose', 'fieldEmpty'],
  ...['birthdayImpossible', 'resultHeading', 'phoneUncovered', 'isOnFile', 'hasCollector'],
];

const characters = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_';

/** A number in as few characters of a name as can be. */
function digits(n: number): string {
  const first = n < characters.length ? '' : digits(Math.floor(n / characters.length) - 1);
  return first + characters[n % characters.length];
}

/** Shortens the internal names in the widget's sources, for the classic build alone. */
export function shortNames(): Plugin {
  const anyName = new RegExp(`(?<![/-])\\b(${internalNames.join('|')})\\b(?!\\.tsx?)`, 'g');
  return {
    name: 'hello-again:short-names',
    enforce: 'pre',
    applyToEnvironment: (environment) => environment.name === 'embed',
    transform(code, id) {
      if (!/\/widget\/.*\.tsx?(\?|$)/.test(id)) return undefined;
      const short = code.replace(anyName, (name) => `$${digits(internalNames.indexOf(name))}`);
      return short === code ? undefined : { code: short, map: null };
    },
  };
}
