import type { ExportedProfile } from './record.ts';
import type { Who } from './who.ts';

/** The emails and numbers of a person: those on their profiles, and the one they were named by. */
export function recipientsOf(who: Who, profiles: readonly ExportedProfile[]): string[] {
  const emails = profiles.flatMap(({ email, former }) => [email, ...former.map((part) => part.email)]);
  const numbers = profiles.flatMap((profile) => profile.numbers.map(({ number }) => number));
  return [...new Set([who.recipient, ...[...emails, ...numbers].flatMap((one) => one ?? [])])];
}
