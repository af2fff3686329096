import {
  type CodeEvent,
  type CodeProblem,
  type CodeState,
  digitsOf,
  openingCode,
  reduceCode,
} from '../core/flow/codeStep.ts';
import type { Panel } from '../core/flow/state.ts';
import { remembersProven } from '../core/memory/changes.ts';
import type { RawAnswer, Receipt } from '../core/submission/answer.ts';
import { readAnswer } from '../core/submission/readAnswer.ts';
import { toJson } from '../core/toJson.ts';
import { remember } from '../memory/remember.ts';
import { post } from '../platform/transport.ts';
import type { PopupSession, SignupContext } from '../signup/session.ts';
import { type CodeActions, CodeStep } from '../ui/CodeStep.tsx';
import css from '../ui/code.css?inline';

export { CodeStep, css, openingCode };

/** What the code step of an open popup works with. */
export interface CodeStepOptions {
  readonly context: SignupContext;
  readonly panel: Panel & { readonly kind: 'verify' };
  onChange(state: CodeState): void;
  onDone(receipt: Receipt): void;
  /** The visitor leaves it for later. */
  onLater(): void;
}

/** The code step of an open popup. */
export interface CodeStepHandle {
  readonly actions: CodeActions;
  state(): CodeState;
  /** Nothing is reported any more. */
  stop(): void;
}

/** Milliseconds. */
const timeout = 10_000;
/** Milliseconds until another code may be asked for, where the collector says nothing else. */
const pause = 30_000;

/** Runs the code step: its state, its countdown and what its buttons do. */
export function createCodeStep({ context, panel, ...told }: CodeStepOptions): CodeStepHandle {
  const { platform } = context.runtime;
  let state = openingCode(platform.now(), platform.now() + pause);
  let isStopped = false;
  let stopTicking = () => {};
  const dispatch = (event: CodeEvent) => {
    if (isStopped) return;
    state = reduceCode(state, event);
    told.onChange(state);
  };
  const tick = () => {
    stopTicking();
    if (isStopped || state.resendIn === 0) return;
    stopTicking = platform.schedule.after(1000, () => {
      dispatch({ type: 'tick', now: platform.now() });
      tick();
    });
  };
  tick();

  const confirm = async () => {
    if (state.isSending) return;
    const code = digitsOf(state.code);
    if (!code) return dispatch({ type: 'refused', problem: 'empty' });
    dispatch({ type: 'sending' });
    const said = await verifyCode(context, panel, code);
    if (typeof said === 'string') return dispatch({ type: 'refused', problem: said });
    keep(context, said);
    const { coupon } = panel.receipt;
    if (!isStopped) told.onDone({ ...(coupon ? { coupon } : {}), ...said });
  };
  const resend = async () => {
    if (state.isSending || state.resendIn > 0) return;
    dispatch({ type: 'sending' });
    const wait = await resendCode(context, panel);
    const now = platform.now();
    if (wait === 'unreachable') return dispatch({ type: 'refused', problem: wait });
    dispatch({ type: wait.isSent ? 'resent' : 'tooEarly', now, resendAt: now + wait.ms });
    tick();
  };
  return {
    actions: {
      typedCode: (text) => dispatch({ type: 'typed', text }),
      confirm: () => void confirm(),
      resend: () => void resend(),
      later: told.onLater,
    },
    state: () => state,
    stop() {
      isStopped = true;
      stopTicking();
    },
  };
}

/** What was answered to the submission whose number is proven. Others may know its id, and nobody else its receipt. */
type Asked = Pick<CodeStepOptions['panel'], 'id' | 'receipt'>;

/** Tells the collector the code of that submission; answers the receipt, or what was wrong. */
export async function verifyCode(context: SignupContext, asked: Asked, code: string): Promise<Receipt | CodeProblem> {
  if (context.qa === 'dry') return { outcome: 'accepted' };
  const raw = await postTo(context, asked, 'verify', { code });
  const answer = raw && readAnswer(raw, context.runtime.platform.now());
  if (answer?.kind === 'taken') return answer.receipt;
  if (answer?.kind !== 'invalid') return 'unreachable';
  const known = ['expired', 'exhausted'] as const;
  return known.find((problem) => answer.errors.some(({ code: said }) => said === problem)) ?? 'wrong';
}

/** Asks the collector for another code; answers whether one was sent, and milliseconds until the next may be asked for. */
export async function resendCode(
  context: SignupContext,
  asked: Asked,
): Promise<{ readonly isSent: boolean; readonly ms: number } | 'unreachable'> {
  if (context.qa === 'dry') return { isSent: true, ms: pause };
  const raw = await postTo(context, asked, 'resend', {});
  if (!raw) return 'unreachable';
  const answer = readAnswer(raw, context.runtime.platform.now());
  if (answer.kind === 'taken') return { isSent: true, ms: pause };
  if (raw.status !== 429 || answer.kind !== 'retry') return 'unreachable';
  return { isSent: false, ms: answer.after === undefined ? pause : answer.after * 1000 };
}

/** Posts below the collector's address, whose query stays; undefined where nothing came back. */
async function postTo(
  { settings }: SignupContext,
  { id, receipt: { identity } }: Asked,
  step: 'verify' | 'resend',
  body: object,
): Promise<RawAnswer | undefined> {
  const { collector, store } = settings;
  if (!collector.url) return undefined;
  try {
    const [, address = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(collector.url) ?? [];
    const url = `${address.replace(/\/+$/, '')}/${id}/${step}${query}`;
    return await post({
      url,
      body: toJson({ version: 1, store, ...(identity ? { identity } : {}), ...body }),
      timeout,
    });
  } catch {
    return undefined;
  }
}

/** A collector that confirms no more than before has proven nothing. */
function keep({ runtime }: SignupContext, { outcome, subscribed }: Receipt): void {
  if (outcome !== 'linked' && outcome !== 'accepted') return;
  const at = Math.floor(runtime.platform.now() / 1000);
  remember(runtime, (memory) => remembersProven(memory, subscribed ?? {}, at));
}

/**
 * Shows the code step in the open popup, once its code has loaded; until then its panel says that the sign-up was
 * accepted.
 */
export function askForCode(
  { context, view, undos, dispatch, close, state }: PopupSession,
  panel: Panel & { readonly kind: 'verify' },
): void {
  if (state().panel !== panel || !context.popup) return;
  const draw = (codeState: CodeState) =>
    view.update({ code: { Step: CodeStep, state: codeState, actions: step.actions } });
  let hadProblem = false;
  const step = createCodeStep({
    context,
    panel,
    onChange(codeState) {
      draw(codeState);
      if (codeState.problem && !hadProblem) view.focusProblem();
      hadProblem = codeState.problem !== undefined;
    },
    onDone(receipt) {
      step.stop();
      dispatch({ type: 'done', panel: { kind: 'success', receipt } });
    },
    onLater: () => close('done'),
  });
  undos.push(step.stop);
  view.addStyles(css);
  draw(step.state());
  view.focusCode();
}
