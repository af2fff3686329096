/** One thing that a command found. */
export interface Finding {
  /** What was looked at: `tag`, `collector`, `preflight` … */
  readonly about: string;
  /** `bad` ends the command with exit code 1; `skipped` was not looked at. */
  readonly tone: 'good' | 'note' | 'bad' | 'skipped';
  /** One sentence, without personal data. */
  readonly says: string;
  /** What to do about it. */
  readonly fix?: string | undefined;
}

const signs = { good: '✓', note: '·', bad: '✗', skipped: '–' } as const;

/** Findings as lines. */
export function linesOf(findings: readonly Finding[]): string {
  return findings
    .map(({ tone, about, says, fix }) => `${signs[tone]} ${about}: ${says}${fix ? `\n    ${fix}` : ''}\n`)
    .join('');
}

/** The exit code: 1 where something is bad. */
export function exitCodeOf(findings: readonly Finding[]): number {
  return findings.some(({ tone }) => tone === 'bad') ? 1 : 0;
}
