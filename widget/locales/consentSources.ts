/** The source of a consent text, and whether counsel has checked it. For owners and tests; not part of the script. */
export interface LegalSource {
  readonly status: 'draft' | 'reviewed';
  /** The rules it was written after. */
  readonly source: string;
  /** ISO date. */
  readonly date: string;
}

const draft = (source: string, date = '2026-11-24'): LegalSource => ({ status: 'draft', date, source });

const us = '47 CFR 64.1200(f)(9); CTIA Messaging Principles';
const ca = 'CASL s. 6, 10; CRTC 2012-548, 2012-549; CWTA short code guidelines (STOP, ARRET, HELP, AIDE)';
const uk = 'PECR reg. 22; UK GDPR Art. 4(11), 7; ICO guidance on direct marketing using electronic mail';
const eu = 'GDPR Art. 4(11), 7; ePrivacy Directive Art. 13';
const au = 'Spam Act 2003; ACMA guidance on consent';
const strict = 'the union of the other regions';

/** By the text's version, as recorded in a consent. */
export const consentSources: Readonly<Record<string, LegalSource>> = {
  'us-en-1': draft(us),
  'ca-en-2': draft(ca, '2026-11-26'),
  'ca-fr-2': draft(ca, '2026-11-26'),
  'uk-en-2': draft(uk),
  'eu-en-2': draft(eu),
  'eu-fr-1': draft(eu),
  'eu-de-1': draft(eu),
  'eu-es-1': draft(eu),
  'eu-it-1': draft(eu),
  'eu-nl-1': draft(eu),
  'au-en-1': draft(au),
  'strict-en-1': draft(strict),
  'strict-fr-2': draft(strict, '2026-11-26'),
  'strict-de-1': draft(strict),
  'strict-es-1': draft(strict),
  'strict-it-1': draft(strict),
  'strict-nl-1': draft(strict),
};
