import { checkOptions } from '../config/check.ts';
import type { ConfigError } from '../config/errors.ts';
import { isSecurePage } from '../platform/isSecurePage.ts';
import { warnOnce } from '../platform/warnOnce.ts';

/** Reports each wrong option in the console, once on a page, however often the signup is made anew; returns all of them. */
export function reportOptions(options: unknown): ConfigError[] {
  const problems = checkOptions(options, isSecurePage());
  for (const { message } of problems) warnOnce(message);
  return problems;
}
