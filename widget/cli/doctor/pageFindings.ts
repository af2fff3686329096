import type { Explanation } from '../../core/explain.ts';
import type { Finding } from '../finding.ts';
import type { PageRecord, Violation } from './watchPage.ts';

/** What became of the files. */
export function fileFindings(
  { failedFiles, isWrongHash }: PageRecord,
  explanation: Explanation | undefined,
): Finding[] {
  const missing = (explanation?.missing ?? []).filter(
    (name) => !failedFiles.some((file) => file.name.startsWith(name)),
  );
  const findings: Finding[] = [
    ...failedFiles.map(
      ({ name, why }): Finding => ({ about: 'files', tone: 'bad', says: `${name} did not come: ${why}` }),
    ),
    ...missing.map((name): Finding => ({ about: 'files', tone: 'bad', says: `${name} could not be fetched` })),
  ];
  if (isWrongHash) {
    const fix = 'Name one version in its address, and the hash of that version (docs/installing.md).';
    findings.unshift({ about: 'files', tone: 'bad', says: 'the tag’s integrity is of another file', fix });
  }
  if (findings.length > 0 || !explanation) return findings;
  return [{ about: 'files', tone: 'good', says: 'every file came that was asked for' }];
}

/** What Content-Security-Policy and Trusted Types do to it. */
export function policyFindings({ violations }: PageRecord, ourOrigins: readonly string[]): Finding[] {
  const isOurs = ({ blocked, source }: Violation) =>
    /\/hello-again[\w.-]*\.js/.test(`${blocked} ${source}`) || ourOrigins.some((origin) => blocked.startsWith(origin));
  const sentenceOf = ({ directive, blocked, isEnforced }: Violation) => {
    const what = /^require-trusted-types-for|^trusted-types/.test(directive)
      ? 'Trusted Types'
      : `the policy’s ${directive}`;
    return `${what} ${isEnforced ? 'blocks' : 'would block'} ${shortened(blocked)}`;
  };
  const ours = violations.filter(isOurs);
  const others = violations.length - ours.length;
  return [
    ...ours.map(
      (violation): Finding => ({
        about: 'policy',
        tone: violation.isEnforced ? 'bad' : 'note',
        says: sentenceOf(violation),
        fix: `Allow it in ${violation.directive}.`,
      }),
    ),
    ...(others > 0
      ? [{ about: 'policy', tone: 'note', says: `${others} other things of this page break its policy` } as const]
      : []),
    ...(violations.length === 0 ? [{ about: 'policy', tone: 'good', says: 'no policy is in the way' } as const] : []),
  ];
}

/** What the owner’s notice says in its list. */
export interface NoticeLine {
  readonly tone: string;
  readonly says: string;
  readonly fix?: string | undefined;
}

/** Nobody answers the banner here. */
const isOfUs = /banner has not been answered/;

/** The notice’s own findings: options, collector, storage consent. What only waits is no mistake. */
export function noticeFindings(lines: readonly NoticeLine[]): Finding[] {
  return lines
    .filter(({ tone }) => tone !== 'good')
    .map(({ tone, says, fix }) => ({
      about: 'notice',
      tone: tone === 'bad' && !isOfUs.test(says) ? 'bad' : 'note',
      says,
      fix,
    }));
}

/** An address without its query, which may name somebody. */
function shortened(blocked: string): string {
  return blocked.replace(/[?#].*$/, '').slice(0, 120) || 'something inline';
}
