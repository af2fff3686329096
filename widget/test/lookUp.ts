import type { SignupContext } from '../signup/session.ts';

/** What the owner's lookup finds, and how often it was asked. */
export const lookup: { found: SignupContext['runtime']['lookup']; asked: number } = { found: undefined, asked: 0 };

/** Stands for `lookUp.ts`. */
export async function lookUp({ runtime }: SignupContext): Promise<void> {
  lookup.asked += 1;
  runtime.amend({ lookup: lookup.found });
}
