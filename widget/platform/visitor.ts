import type { VisitorFacts } from '../core/ports.ts';

/** What a submission says of the visitor's browser. */
export function visitorFacts(): VisitorFacts {
  return {
    languages: navigator.languages ?? [navigator.language],
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone ?? '',
    utcOffset: -new Date().getTimezoneOffset(),
    // https://globalprivacycontrol.org
    gpc: (navigator as Navigator & { readonly globalPrivacyControl?: boolean }).globalPrivacyControl === true,
  };
}
