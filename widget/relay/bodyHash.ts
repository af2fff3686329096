import type { Submission } from '../core/submission/submission.gen.ts';
import { textHash } from './check/textHash.ts';

/** The hash of what a submission says. How it travelled is left out: a browser that sends it again may say that otherwise. */
export function bodyHash(submission: Submission): Promise<string> {
  const { sentAt: _sentAt, ...said } = submission as Submission & { readonly sentAt?: unknown };
  const { unattended: _unattended, ...widget } = said.widget;
  return textHash(canonicalJson({ ...said, widget }));
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner)}`);
  return `{${members.join(',')}}`;
}
