import type { Reason } from '../core/ask/reasons.ts';
import type { LateAnswer } from '../core/submission/delivery.ts';
import type { Submission } from '../core/submission/submission.gen.ts';
import { toldId } from '../core/submission/toldId.ts';
import type { Runtime } from '../signup/page.ts';
import { sendersOf } from './sendersOf.ts';

/** Tells the signup that sent it; one of an earlier page may not be here. */
export function tellLate(
  runtime: Runtime,
  { id, ask: { kind: ask, reason }, widget: { signup, variant } }: Submission,
  answer: Parameters<LateAnswer>[1],
): void {
  const here = sendersOf(runtime).filter((context) => !context.isDestroyed);
  const { events } = here.find(({ settings }) => settings.id === signup) ?? here[0] ?? {};
  const asked = { id: toldId(id), ask, reason: reason as Reason, ...(variant ? { variant } : {}) } as const;
  if (answer.kind === 'taken') events?.emit('sent', { ...asked, outcome: answer.receipt.outcome });
  else if (answer.kind === 'error') events?.emit('failed', { ...asked, status: answer.status });
  else if (answer.kind === 'given-up') events?.emit('error', { ...asked, code: 'given-up' });
  else if (answer.kind !== 'pause') events?.emit('error', { ...asked, code: 'refused-late' });
}
