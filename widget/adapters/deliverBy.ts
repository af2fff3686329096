import type { Submission } from '../core/submission/submission.gen.ts';
import type { Adapter, AdapterOutcome, AdapterTools } from './adapter.ts';
import { guard } from './guard.ts';

/** Delivers by an adapter, which gets no more than it may know. */
export async function deliverBy(
  adapter: Adapter,
  submission: Submission,
  tools: Omit<AdapterTools, 'granted'>,
): Promise<AdapterOutcome> {
  if (submission.test && !adapter.manifest.takesTests) return { kind: 'taken', receipt: { outcome: 'unknown' } };
  const limited = guard(submission, adapter);
  if (limited.needsBoth) return { kind: 'ask-again', ask: 'email+phone' };
  return adapter.deliver(limited.submission, { ...tools, granted: limited.granted });
}
