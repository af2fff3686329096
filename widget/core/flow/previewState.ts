import type { Ask } from '../ask/reasons.ts';
import type { PreviewName } from './previewNames.ts';
import { type FlowState, openingState } from './state.ts';

/** What a preview address asks for. What is not on a list is left out. */
export interface PreviewAsk {
  /** Of an address: a name that is none of them shows the form. */
  readonly name: PreviewName;
  readonly ask: Exclude<Ask, 'nothing'>;
  /** Options that take the place of the owner's. */
  readonly options: PreviewOptions;
}

export interface PreviewOptions {
  readonly layout: (typeof layouts)[number] | undefined;
  readonly region: (typeof regions)[number] | undefined;
  /** BCP 47. */
  readonly locale: string | undefined;
  readonly theme: (typeof themes)[number] | undefined;
}

const asks = ['email+phone', 'phone', 'email', 'consent'] as const;

// What each option may say. Nothing of an address reaches the page but by these.
const layouts = ['modal', 'flyout', 'inline'] as const;
const regions = ['us', 'ca', 'uk', 'eu', 'au', 'strict'] as const;
const themes = ['plain', 'warm', 'night'] as const;
const locale = /^[a-z]{2}(-[A-Z]{2})?$/;

/**
 * Reads `form`, or `success,ask=phone,layout=inline,region=ca,locale=fr`: the state's name first, then what it is shown
 * with. A `+` may have become a blank on its way.
 */
export function readPreview(text: string): PreviewAsk {
  const [first = '', ...rest] = text.split(',');
  const said = new Map(rest.map((part) => part.split('=', 2) as [string, string]));
  return {
    // Only compared, never shown. A list of the names here would be in the entry of every app's bundle, where it is exported.
    name: first as PreviewName,
    ask: oneOf(asks, said.get('ask')?.replace(' ', '+')) ?? 'email+phone',
    options: {
      layout: oneOf(layouts, said.get('layout')),
      region: oneOf(regions, said.get('region')),
      locale: locale.exec(said.get('locale') ?? '')?.[0],
      theme: oneOf(themes, said.get('theme')),
    },
  };
}

function oneOf<T extends string>(names: readonly T[], text: string | undefined): T | undefined {
  return names.find((name) => name === text);
}

// Numbers and addresses that belong to nobody: Ofcom's range for drama, and RFC 2606.
const email = 'name@example.com';
const number = '+447700900982';
const id = '00000000-0000-7000-8000-000000000000';

/** The state by its name, with made-up answers. */
export function previewState({ name, ask }: PreviewAsk, country: string | undefined): FlowState {
  const isStep = name === 'first' || name === 'second';
  const opened = openingState(
    { ask: isStep ? 'email+phone' : ask, reason: 'unknown' },
    name === 'named' || ask === 'phone' ? { maskedEmail: 'n•••@example.com', isRefusable: true } : undefined,
    '',
    { country, isInSteps: isStep, isBrief: name === 'brief' },
  );
  const entered = { ...opened.entered, email, phone: number };
  const receipt = { outcome: 'accepted' } as const;
  switch (name) {
    case 'wrong':
      return {
        ...opened,
        problems: { email: { code: 'empty' }, phone: { code: 'impossible' }, emailConsent: { code: 'unticked' } },
      };
    case 'unticked':
      return { ...opened, entered, problems: { sms: { code: ask === 'email+phone' ? 'untickedNumber' : 'unticked' } } };
    case 'asked-again':
      return { ...opened, decision: { ask: 'email+phone', reason: 'unlinkable' }, isAskedAgain: true, entered };
    case 'sending':
      return { ...opened, entered, isSending: true };
    case 'second':
      return { ...opened, first: { id, email, shown: [], panel: { kind: 'success', receipt } } };
    case 'success':
      return { ...opened, panel: { kind: 'success', receipt } };
    case 'coupon':
      return { ...opened, panel: { kind: 'success', receipt: { ...receipt, coupon: { code: 'WELCOME10' } } } };
    case 'confirm-email':
      return { ...opened, panel: { kind: 'success', receipt: { outcome: 'pending', optIn: { email: 'double' } } } };
    case 'confirm-text':
      return { ...opened, panel: { kind: 'success', receipt: { outcome: 'pending', optIn: { sms: 'double' } } } };
    case 'pending':
      return { ...opened, panel: { kind: 'success', receipt: { outcome: 'pending' } } };
    case 'unknown':
      return { ...opened, panel: { kind: 'success', receipt: { outcome: 'unknown' } } };
    case 'verify':
      return { ...opened, panel: { kind: 'verify', id, number, receipt: { outcome: 'pending', next: 'verify' } } };
    case 'waiting':
    case 'failed':
    case 'subscribed':
      return { ...opened, panel: { kind: name } };
    case 'on-file':
      return { ...opened, panel: { kind: 'subscribed', isOnFile: true } };
    default:
      return opened;
  }
}
