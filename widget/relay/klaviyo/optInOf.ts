import type { KlaviyoApi } from './api.ts';
import { refused } from './refused.ts';

const tenMinutes = 10 * 60 * 1000;

interface Read {
  readonly at: number;
  readonly optIn: 'single' | 'double';
}

/** Whether a list asks for a confirmation. */
export type OptInOf = (api: KlaviyoApi, list: string, now: number) => Promise<'single' | 'double'>;

/**
 * Reads the setting off the list itself, for an option that repeats it would go stale, and then a receipt would claim a
 * subscription that waits for a confirmation. Kept for ten minutes.
 */
export function readOptIns(): OptInOf {
  const kept = new Map<string, Read>();
  return async (api, list, now) => {
    const before = kept.get(list);
    if (before && now - before.at < tenMinutes) return before.optIn;
    const path = `/api/lists/${encodeURIComponent(list)}`;
    const answer = await api({ step: 'list', method: 'GET', path, query: { 'fields[list]': 'opt_in_process' } });
    if (answer.status >= 400) throw refused(answer, 'list');
    const { attributes } = answer.data as { readonly attributes: { readonly opt_in_process?: string | null } };
    // A list that says nothing may ask for a confirmation: less is claimed.
    const optIn = attributes.opt_in_process === 'single_opt_in' ? 'single' : 'double';
    kept.set(list, { at: now, optIn });
    return optIn;
  };
}
