import type { FieldProblem, FormField } from '../core/flow/state.ts';
import type { Answer, FieldError } from '../core/submission/answer.ts';
import { toldId } from '../core/submission/toldId.ts';
import type { PopupSession } from '../signup/session.ts';

/** Shows in the open popup that the collector did not take the submission `id`. */
export function showRefusal({ context, asks, dispatch }: PopupSession, id: string, answer: Answer): void {
  const problems = answer.kind === 'invalid' ? problemsOf(answer.errors) : {};
  if (answer.kind === 'ask-again') {
    const now = context.decide(true);
    const reason = now.ask === 'email+phone' ? now.reason : 'unlinkable';
    asks({ ...now, ask: 'email+phone', reason }, id);
  } else if (Object.keys(problems).length > 0) {
    dispatch({ type: 'wrong', problems });
  } else {
    const status = answer.kind === 'error' ? answer.status : answer.kind === 'pause' ? 410 : 422;
    context.events.emit('failed', { id: toldId(id), status });
    dispatch({ type: 'done', panel: { kind: 'failed' } });
  }
}

/** The collector's errors at the form's fields, without errors of fields that are not shown. */
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
