import type { Submission } from '../../../widget/index.ts';

/** What takes the place of a text that is none of its kind. */
const other = 'other';

/** What widgets and owners write there. More digits than these may be a telephone number. */
const version = /^\d{1,4}(\.\d{1,4}){0,2}(-[\w.]{1,20})?$/;
const reason = /^[a-z]{1,20}(-[a-z]{1,20}){0,5}$/;
const label = /^(?!(?:\D*\d){11})[\p{L}\p{M}\w .()-]{1,60}$/u;
const locale = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/;
const region = /^[A-Za-z]{2,9}$/;

/**
 * Makes a submission such that what outlives an erasure names nobody: the ledger's evidence, and that a submission was taken. The
 * sender chooses all of it, so it is cut to what it is for, or matched by a pattern.
 */
export function withoutLooseText(submission: Submission): Submission {
  const { ask, widget, consents } = submission;
  return {
    ...submission,
    ask: { ...ask, reason: matched(ask.reason, reason) },
    consents: consents.map((consent) => ({
      ...consent,
      textVersion: matched(consent.textVersion, label),
      links: consent.links.map(withoutQuery),
      locale: matched(consent.locale, locale),
      region: matched(consent.region, region),
    })),
    widget: { ...widget, version: matched(widget.version, version), signup: matched(widget.signup, label) },
  };
}

function matched(text: string, pattern: RegExp): string {
  return pattern.test(text) ? text : other;
}

/** A link without what may name whoever follows it: query, fragment, and a name before the host. */
function withoutQuery(link: string): string {
  return link.replace(/[?#].*$/s, '').replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/]*@/i, '$1');
}
