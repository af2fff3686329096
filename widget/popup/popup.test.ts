import { expect, test, vi } from 'vitest';
import type { SignupContext } from '../signup/session.ts';
import { ControllerPage } from '../test/controller.ts';
import { plan } from './popup.ts';

const planned = vi.hoisted(() => [] as unknown[]);
vi.stubGlobal('addEventListener', () => {});
vi.mock('./plan.ts', async (original) => ({
  ...(await original<object>()),
  plan: (_context: unknown, decidedAt: number) => void planned.push(decidedAt),
}));

/** A signup as its popup sees it. */
async function open(options: object = {}): Promise<{ page: ControllerPage; context: SignupContext }> {
  const page = new ControllerPage({ options });
  page.signup.open();
  await page.start();
  return { page, context: page.context as SignupContext };
}

test('the delay counts from the time of the decision, however long the code takes to load', async () => {
  const { page, context } = await open();
  planned.length = 0;
  plan(context, 1_234);
  await vi.waitFor(() => expect(planned).toEqual([1_234]));
  expect(page.announced('error')).toEqual([]);
});
