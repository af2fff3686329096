import type { Page } from '@playwright/test';
import type { Submission } from '../../widget/index.ts';

export interface ScriptedAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

type Scripted = ScriptedAnswer | 'network failure';

/**
 * Stands in for the collector: answers each submission with the next of these, and the last one for all that follow.
 * One that is only promised holds its submission up until it is there.
 *
 * @returns every submission as it was posted, growing while the test runs
 */
export async function answerWith(
  page: Page,
  ...answers: readonly (Scripted | Promise<Scripted>)[]
): Promise<readonly Submission[]> {
  const posted: Submission[] = [];
  // Other requests to the path, such as a preflight, are the server's.
  await page.route(/\/v1\/submissions(\?|$)/, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    posted.push(route.request().postDataJSON() as Submission);
    const answer = await answers[Math.min(posted.length, answers.length) - 1];
    if (!answer || answer === 'network failure') return route.abort('internetdisconnected');
    const isProblem = answer.status >= 400;
    return route.fulfill({
      status: answer.status,
      headers: { 'content-type': isProblem ? 'application/problem+json' : 'application/json', ...answer.headers },
      ...(answer.body === undefined ? {} : { body: JSON.stringify(answer.body) }),
    });
  });
  return posted;
}
