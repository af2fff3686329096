import type { Page } from '@playwright/test';
import type { Submission } from '../../widget/index.ts';
import { CollectorDouble, type Scripted } from '../../widget/testing/index.ts';

/**
 * Stands in for the collector: answers each submission with the next of these, and the last one for all that follow.
 *
 * @returns every submission as it was posted, growing while the test runs
 */
export async function answerWith(
  page: Page,
  ...answers: readonly (Scripted | Promise<Scripted>)[]
): Promise<readonly Submission[]> {
  const double = new CollectorDouble();
  double.answerNext(...answers.slice(0, -1));
  double.answerAlways(answers.at(-1) ?? 'offline');
  await double.intercept(page, /\/v1\/submissions(\?|$)/);
  return double.posted;
}
