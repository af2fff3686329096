import type { FieldError, Submission } from '../../../widget/index.ts';
import type { Policy } from '../policy.ts';

const message = 'The clock of this device seems to be wrong.';

/** Times that cannot be: later than now, or longer ago than a browser keeps what it has not sent. */
export function timeErrors(
  { createdAt, consents }: Pick<Submission, 'createdAt' | 'consents'>,
  now: number,
  { ahead, behind }: NonNullable<Policy['clock']> = { ahead: Infinity, behind: Infinity },
): FieldError[] {
  const codeOf = (instant: string, name: string) => {
    const at = Date.parse(instant);
    // An instant of the right shape may still be none, as 25 o’clock.
    if (Number.isNaN(at)) return `${name}.none`;
    if (at > now + ahead) return `${name}.future`;
    return at < now - behind ? `${name}.past` : undefined;
  };
  const created = codeOf(createdAt, 'time');
  const checked = consents.flatMap(({ checkedAt }) => codeOf(checkedAt, 'consent') ?? [])[0];
  return [
    ...(created ? [{ field: 'createdAt', code: created, message }] : []),
    ...(checked ? [{ field: 'consents', code: checked, message }] : []),
  ];
}
