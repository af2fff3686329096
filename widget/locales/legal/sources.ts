/** Where a wording comes from, and whether counsel has looked at it. For owners and tests: the script does not carry it. */
export interface LegalSource {
  readonly status: 'draft' | 'reviewed';
  /** The rules it was written after. */
  readonly source: string;
  /** ISO date. */
  readonly date: string;
}

/** By the wording's version, as recorded in a consent. */
export const legalSources: Readonly<Record<string, LegalSource>> = {
  'uk-1': {
    status: 'draft',
    date: '2026-11-24',
    source: 'PECR reg. 22; ICO guidance on direct marketing using electronic mail',
  },
  'us-1': { status: 'draft', date: '2026-11-24', source: '47 CFR 64.1200(f)(9); CTIA Messaging Principles' },
  'eu-1': { status: 'draft', date: '2026-11-24', source: 'GDPR Art. 4(11), 7; ePrivacy Directive Art. 13' },
  'au-1': { status: 'draft', date: '2026-11-24', source: 'Spam Act 2003; ACMA guidance on consent' },
  'ca-1': { status: 'draft', date: '2026-11-24', source: 'CASL s. 6, 10; CRTC 2012-548, 2012-549' },
  'strict-1': { status: 'draft', date: '2026-11-24', source: 'the union of the other regions' },
};
