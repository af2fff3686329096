import type { Line } from './report.ts';
import { alwaysBoth, helloAgain } from './strategies.ts';

/** The most fields that may be asked, against always asking both. */
export const fieldLimit = 2 / 3;

export interface Verdict {
  readonly rules: string;
  readonly hasFewDuplicates: boolean;
  readonly fieldShare: number;
  readonly hasFewFields: boolean;
  readonly claimsNothing: boolean;
}

/** Whether Hello Again meets its target, by rule set. No tolerance: as few duplicates means not one more. */
export function verdicts(lines: readonly Line[]): Verdict[] {
  const ofRules = (name: string, rules: string) => lines.find((l) => l.strategy === name && l.rules === rules);
  return [...new Set(lines.map((line) => line.rules))].flatMap((rules) => {
    const ours = ofRules(helloAgain.name, rules);
    const both = ofRules(alwaysBoth.name, rules);
    if (!ours || !both) return [];
    const fieldShare = both.fieldsPerSignUp > 0 ? ours.fieldsPerSignUp / both.fieldsPerSignUp : 0;
    return {
      rules,
      hasFewDuplicates: ours.duplicates <= both.duplicates,
      fieldShare,
      hasFewFields: fieldShare <= fieldLimit,
      claimsNothing: ours.claimedWithoutRecord === 0,
    };
  });
}

const word = (isMet: boolean) => (isMet ? 'met' : 'missed');

/** One sentence a rule set. */
export function verdictText(all: readonly Verdict[]): string {
  return all
    .map(
      (v) =>
        `- ${v.rules}: as few duplicates as ${alwaysBoth.name}, ${word(v.hasFewDuplicates)}; at most ${percent(fieldLimit)} of its ` +
        `fields, ${word(v.hasFewFields)} (${percent(v.fieldShare)}); no consent without a record, ${word(v.claimsNothing)}.`,
    )
    .join('\n');
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
