import { hash } from 'node:crypto';

/** One thing that was done about a person, or was tried. */
interface Done {
  readonly what: 'export' | 'erase' | 'withdraw' | 'release';
  /** The fingerprint of a token, or who runs a command. */
  readonly by: string;
  /** The request's id, or that of the submission that was released. */
  readonly request: string;
  readonly result: string;
}

/** The line that says it, without the person. */
export function auditLine({ what, by, request, result }: Done, now: number): string {
  return `audit ${new Date(now).toISOString()} ${what} by ${by} request ${request}: ${result}`;
}

/** Which token it was, without telling it: 32 characters cannot be found from eight of their hash. */
export function tokenName(token: string): string {
  return `token ${hash('sha256', token).slice(0, 8)}`;
}
