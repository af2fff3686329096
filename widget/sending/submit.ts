import type { Decided } from '../core/ask/decided.ts';
import type { ShownConsent } from '../core/contact/consent.ts';
import { isBeyondAscii, normalizeEmail } from '../core/contact/email.ts';
import type { TakenFor } from '../core/contact/lookAlike.ts';
import type { PhoneRules } from '../core/contact/phone.ts';
import { type Checked, checkForm } from '../core/flow/check.ts';
import type { Panel } from '../core/flow/state.ts';
import type { Evidence } from '../core/identity/evidence.ts';
import type { Identity } from '../core/identity/resolve.ts';
import { typedEvidence } from '../core/identity/typed.ts';
import type { Outcome, Receipt } from '../core/submission/answer.ts';
import type { Delivered, Delivery } from '../core/submission/delivery.ts';
import type { Submission } from '../core/submission/submission.gen.ts';
import { toldId } from '../core/submission/toldId.ts';
import { fetchFile } from '../files/fetchFile.ts';
import { fingerprintOf, isTagOf } from '../memory/remember.ts';
import { within } from '../popup/within.ts';
import type { Given, PopupSession, SignupContext } from '../signup/session.ts';
import { readForm, shownConsents } from '../ui/readForm.ts';
import { destinationOf } from './destinationOf.ts';
import { loadUnsent } from './loadUnsent.ts';
import { noteLast } from './noteLast.ts';
import { supportsCodes } from './supportsCodes.ts';

/** How long the button waits for the rules of a number. Milliseconds. */
const maxWait = 8_000;

/** Checks the form, decides the ask again, makes the submission and sends it. */
export async function submit(
  session: PopupSession,
  isWithoutTexts: boolean,
  delivery: Delivery,
  prepareSubmission: (context: SignupContext, given: Given) => Promise<Submission | false>,
): Promise<void> {
  const { context, view, presentation, dispatch } = session;
  const { settings, runtime, events } = context;
  if (session.state().isSending || session.state().panel) return;
  const wasShown = readForm(view.root).understood;
  readValues(session);
  // Another tab may have signed up, or refused, meanwhile.
  runtime.reread();
  const now = context.decide(true);
  if (now.reason === 'already-subscribed' && !session.state().isAskedAgain && !(await isForAnother(session))) {
    return dispatch({ type: 'done', panel: { kind: 'subscribed' } });
  }
  if (asksMore(session, now)) return session.asks(now);

  const { opened } = session;
  const form = session.shown();
  const pageNumber = opened().identity.evidence.find(isPageNumber)?.value;
  const hasField = form.phone && !isWithoutTexts;
  if (hasField) await session.located();
  const phone = isWithoutTexts ? undefined : await rulesFor(session, pageNumber);
  const takenFor = await lookAlikes(session);
  const state = session.state();
  const result = checkForm(state, phone, {
    shown: form,
    isWithoutTexts,
    country: state.country,
    rivals: state.rivals,
    hasEmailBox: view.consentText.emailMethod === 'checkbox' && settings.collect !== 'phone',
    pageNumber,
    takenFor,
  });
  const { entered, first } = state;
  const fieldProblems = first ? {} : (presentation.extraFields?.check(entered.fields) ?? {});
  if (result.kind === 'wrong' || Object.keys(fieldProblems)[0]) {
    const { problems, ...more } = result.kind === 'wrong' ? result : { problems: {} };
    return dispatch({ type: 'wrong', ...more, problems: { ...fieldProblems, ...problems } });
  }
  const isOnFile = await wasGivenBefore(context, result.checked);
  // Somebody, or something, may have gone on typing while this was waited for.
  readValues(session);
  if (session.state() !== state) return submit(session, isWithoutTexts, delivery, prepareSubmission);
  const { phone: number } = result.checked;
  const isAnother = (shown: string | undefined) => shown && number && `+${shown}` !== number;
  if (hasField && (isAnother(wasShown) || isAnother(readForm(view.root).understood))) {
    // A page, a program or a translator has put another number where one was shown: it is shown first.
    return dispatch({
      type: 'wrong',
      problems: { phone: { code: 'refused' } },
      ...(number ? { unlikely: number } : {}),
    });
  }
  const at = new Date(runtime.platform.now()).toISOString();
  // A later step is complete alone: it repeats the boxes of the first as they were shown then.
  const shown = [...(first?.shown ?? []), ...shownConsents(view.root, view.consentText, state, at)];
  const isFirst = form.step === 1;
  const decision = isFirst ? ({ ask: 'email', reason: state.decision.reason } as const) : state.decision;
  const follows = state.follows ?? first?.id;
  dispatch({ type: 'sending' });
  const submission = await prepareSubmission(context, {
    decision,
    identity: context.resolve(typedEvidence(result.checked.email, state.decision, opened().identity, at)),
    ...result.checked,
    typedPhone: number && decision.ask !== 'consent' ? entered.phone : undefined,
    fields: presentation.extraFields?.values(entered.fields),
    shown,
    filledIn: session.filledIn(),
    honeypot: readForm(view.root).honeypot,
    follows,
  });
  if (!submission) return dispatch({ type: 'stopped' });
  const { id } = submission;
  events.emit('submit', { id: toldId(id), ask: decision.ask, reason: decision.reason });
  const answer: Delivered =
    context.qa === 'dry'
      ? { kind: 'taken', receipt: { outcome: 'accepted' } }
      : await delivery.send(destinationOf(settings), submission);
  noteLast(context, submission, answer);
  await answered(session, submission, answer, { isFirst, isOnFile, hasCollector: supportsCodes(settings), shown });
}

/**
 * The phone rules, with everything that they need for the number, which is not checked before. An empty field needs
 * none, so that an email can sign up where they cannot be fetched.
 */
async function rulesFor(
  { context, state, shown, loadPhone }: PopupSession,
  pageNumber: string | undefined,
): Promise<PhoneRules | undefined> {
  const number = state().decision.ask === 'consent' ? pageNumber : state().entered.phone;
  if (!shown().sms || !number?.trim()) return undefined;
  const rules = loadPhone().then(async (phone) => {
    await phone.settle(number, state().country);
    // Where it could be of another country as well; without those rules it is taken for what it is here.
    await Promise.all((state().rivals ?? []).map((country) => phone.settle(number, country))).catch(() => {});
    return phone;
  });
  return within(context.runtime.platform.schedule, maxWait, rules);
}

/** What tells look-alikes apart, for an address that may be one. It is in the file that is fetched once one is typed. */
async function lookAlikes({ context, state, shown }: PopupSession): Promise<TakenFor | undefined> {
  if (!shown().email || !isBeyondAscii(state().entered.email)) return undefined;
  const file = fetchFile(context, 'email', () => import('../ui/EmailHelp.tsx'));
  return (await within(context.runtime.platform.schedule, maxWait, file)).takenFor;
}

/** What the answer's panel depends on besides the answer. */
interface Pressed {
  readonly isFirst: boolean;
  /** This browser has seen all of it acknowledged before. */
  readonly isOnFile: boolean;
  /** Codes are for a collector of the protocol to check. */
  readonly hasCollector: boolean;
  readonly shown: readonly ShownConsent[];
}

/** Whether the email in the form is not the one that memory has seen acknowledged: somebody else shares this browser. */
async function isForAnother(session: PopupSession): Promise<boolean> {
  const { context, state, shown } = session;
  const typed = normalizeEmail(state().entered.email, await lookAlikes(session));
  return shown().email && typed.kind === 'ok' && (await isRemembered(context, typed.email)) === false;
}

/** Undefined where memory holds no email. */
async function isRemembered({ runtime }: SignupContext, email: string): Promise<boolean | undefined> {
  const { emailTag } = runtime.memory().acknowledged;
  if (!emailTag) return undefined;
  return isTagOf(runtime, emailTag, email);
}

/** Whether memory has seen this email, and this number where there is one, acknowledged for one person. */
async function wasGivenBefore(context: SignupContext, { email, phone }: Checked): Promise<boolean> {
  const { runtime } = context;
  const { subscribed, consents } = runtime.memory().acknowledged;
  if (!email || !subscribed.email || !(await isRemembered(context, email))) return false;
  if (!phone) return true;
  const tag = await fingerprintOf(runtime, phone);
  return consents.some((c) => c.channel === 'sms' && c.tag === tag);
}

/** Autofill inside a shadow tree may fill without an event, so the values of the fields count. */
function readValues({ view, presentation, state, dispatch }: PopupSession): void {
  const values = readForm(view.root);
  for (const field of ['email', 'phone'] as const) {
    const text = values[field];
    if (text !== undefined && text !== state().entered[field]) dispatch({ type: 'typed', field, text });
  }
  for (const [name, text] of Object.entries(presentation.extraFields?.read() ?? {})) {
    if (text !== (state().entered.fields[name] ?? '')) dispatch({ type: 'typed', field: `fields.${name}`, text });
  }
}

/** Whether the facts have changed so that this form no longer suffices, or would add to somebody else. */
function asksMore({ state, opened }: PopupSession, now: Decided): boolean {
  const { isAskedAgain, decision } = state();
  if (isAskedAgain || now.ask === 'nothing') return false;
  if (decision.ask !== 'email+phone' && now.ask === 'email+phone') return true;
  const isAdded = decision.ask === 'phone' || decision.ask === 'consent' || decision.reason === 'known-needs-email';
  return isAdded && keysOf(now.identity) !== keysOf(opened().identity);
}

async function answered(
  session: PopupSession,
  submission: Submission,
  answer: Delivered,
  pressed: Pressed,
): Promise<void> {
  const { context, dispatch } = session;
  const { id, contact } = submission;
  const done = (panel: Panel) =>
    pressed.isFirst && contact.email
      ? dispatch({ type: 'first', first: { id, email: contact.email, shown: pressed.shown, panel } })
      : dispatch({ type: 'done', panel });
  const { events } = context;
  if (answer.kind === 'taken') {
    events.emit('sent', { id: toldId(id), outcome: answer.receipt.outcome });
    const { receipt } = answer;
    done(context.qa === 'dry' ? { kind: 'success', receipt, isTest: true } : panelOf(submission, receipt, pressed));
  } else if (answer.kind === 'waiting') {
    events.emit('waiting', { id: toldId(id) });
    if (!pressed.isFirst) followLater(session, id);
    done({ kind: 'waiting' });
  } else {
    const { showRefusal } = await fetchFile(context, 'unsent', loadUnsent);
    showRefusal(session, id, answer);
  }
}

function panelOf({ id, contact: { phone } }: Submission, receipt: Receipt, { isOnFile, hasCollector }: Pressed): Panel {
  if (receipt.next === 'verify' && phone && hasCollector) return { kind: 'verify', id, number: phone, receipt };
  const isKnown = receipt.onFile || (isOnFile && receipt.outcome !== 'unknown');
  // No second welcome for what was given before; one that the collector sends is its own to give.
  return isKnown && !receipt.coupon ? { kind: 'subscribed', isOnFile: true } : { kind: 'success', receipt };
}

/** A kept submission may arrive while its panel is still open: then the panel says so. */
function followLater({ context: { events }, undos, dispatch }: PopupSession, id: string): void {
  const settle = (settled: string | undefined, outcome?: Outcome) => {
    if (settled !== toldId(id)) return;
    dispatch({ type: 'done', panel: outcome ? { kind: 'success', receipt: { outcome } } : { kind: 'failed' } });
  };
  undos.push(
    events.on('sent', (e) => settle(e.id, e.outcome)),
    events.on('failed', (e) => settle(e.id)),
    events.on('error', (e) => settle(e.id)),
  );
}

function isPageNumber(e: Evidence): boolean {
  return e.field === 'phone' && e.source === 'page';
}

function keysOf(identity: Identity): string {
  return identity.evidence
    .map((e) => `${e.issuer}:${e.field}:${e.key}`)
    .sort()
    .join('\n');
}
