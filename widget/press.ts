import type { Decided, Given, PopupSession, SignupContext } from './context.ts';
import { checkForm } from './core/flow/check.ts';
import type { FieldProblem, FormField } from './core/flow/state.ts';
import type { Evidence } from './core/identity/evidence.ts';
import type { Identity } from './core/identity/resolve.ts';
import { typedEvidence } from './core/identity/typed.ts';
import type { FieldError, Outcome } from './core/submission/answer.ts';
import type { Delivered, Delivery } from './core/submission/delivery.ts';
import type { Submission } from './core/submission/submission.gen.ts';
import { destinationOf } from './destinationOf.ts';
import { noteLast } from './noteLast.ts';

/** Checks the form, takes the ask once more, makes the submission and sends it. */
export async function press(
  session: PopupSession,
  isWithoutTexts: boolean,
  delivery: Delivery,
  prepareSubmission: (context: SignupContext, given: Given) => Promise<Submission | false>,
): Promise<void> {
  const { context, view, country, dispatch } = session;
  const { settings, runtime, events } = context;
  if (session.state().isSending || session.state().panel) return;
  takeValues(session);
  // Another tab may have signed up, or refused, meanwhile.
  runtime.reread();
  const now = context.decide(true);
  if (now.reason === 'already-subscribed' && !session.state().isAskedAgain) {
    return dispatch({ type: 'done', panel: { kind: 'subscribed' } });
  }
  if (asksMore(session, now)) return session.asks(now);

  const { opened } = session;
  const phone = session.state().decision.ask === 'email' ? undefined : await session.loadPhone();
  const state = session.state();
  const result = checkForm(state, phone, {
    isWithoutTexts,
    country,
    hasEmailBox: view.legal.emailMethod === 'checkbox' && settings.collect !== 'phone',
    pageNumber: opened().identity.evidence.find(isPageNumber)?.value,
  });
  if (result.kind === 'wrong') return dispatch({ type: 'wrong', ...result });
  const at = new Date(runtime.platform.now()).toISOString();
  const shown = view.shownConsents(state, at);
  dispatch({ type: 'sending' });
  const submission = await prepareSubmission(context, {
    decision: state.decision,
    identity: context.resolve(typedEvidence(result.checked.email, state.decision, opened().identity, at)),
    ...result.checked,
    shown,
    filledIn: runtime.platform.now() - session.openedAt,
    trap: view.values().trap,
    ...(state.follows ? { follows: state.follows } : {}),
  });
  if (!submission) return dispatch({ type: 'stopped' });
  const { id } = submission;
  events.emit('submit', { id, ask: state.decision.ask, reason: state.decision.reason });
  const answer: Delivered =
    context.qa === 'dry'
      ? { kind: 'taken', receipt: { outcome: 'accepted' } }
      : await delivery.send(destinationOf(settings), submission);
  noteLast(context, submission, answer);
  answered(session, submission, answer);
}

/** Autofill inside a shadow tree may fill without an event: what stands in the fields counts. */
function takeValues({ view, state, dispatch }: PopupSession): void {
  const values = view.values();
  for (const field of ['email', 'phone'] as const) {
    const text = values[field];
    if (text !== undefined && text !== state().entered[field]) dispatch({ type: 'typed', field, text });
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

function answered(session: PopupSession, { id }: Submission, answer: Delivered): void {
  const { context, dispatch } = session;
  const { events } = context;
  if (answer.kind === 'ask-again') {
    const now = context.decide(true);
    const reason = now.ask === 'email+phone' ? now.reason : 'unlinkable';
    session.asks({ ...now, ask: 'email+phone', reason }, id);
    return;
  }
  const problems = answer.kind === 'invalid' ? problemsOf(answer.errors) : {};
  if (Object.keys(problems).length > 0) {
    dispatch({ type: 'wrong', problems });
    return;
  }
  if (answer.kind === 'taken') {
    events.emit('sent', { id, outcome: answer.receipt.outcome });
    dispatch({ type: 'done', panel: { kind: 'success', receipt: answer.receipt } });
  } else if (answer.kind === 'waiting') {
    events.emit('waiting', { id });
    followLater(session, id);
    dispatch({ type: 'done', panel: { kind: 'waiting' } });
  } else {
    const status = answer.kind === 'error' ? answer.status : answer.kind === 'pause' ? 410 : 422;
    events.emit('failed', { id, status });
    dispatch({ type: 'done', panel: { kind: 'failed' } });
  }
}

/** A kept submission may arrive while its panel is still open: then the panel says so. */
function followLater({ context: { events }, undos, dispatch }: PopupSession, id: string): void {
  const settle = (settled: string | undefined, outcome?: Outcome) => {
    if (settled !== id) return;
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

/** The collector's errors at the form's fields; one for a field that is not there goes to none. */
function problemsOf(errors: readonly FieldError[]): { [F in FormField]?: FieldProblem } {
  const problems: { [F in FormField]?: FieldProblem } = {};
  for (const { field, message } of errors) {
    const at = /phone/.test(field)
      ? 'phone'
      : /email/.test(field)
        ? 'email'
        : /consent/.test(field)
          ? 'sms'
          : undefined;
    if (at) problems[at] = { code: 'refused', ...(message ? { message } : {}) };
  }
  return problems;
}
