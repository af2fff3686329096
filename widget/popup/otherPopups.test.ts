import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeWindow } from '../platform/test/dialogs.ts';
import type { SignupContext } from '../signup/session.ts';
import { ControllerPage } from '../test/controller.ts';
import { settled } from '../test/memoryPlatform.ts';
import { hearAnswers } from './otherPopups.ts';
import { waitForOthers } from './waitForOthers.ts';

let window: FakeWindow;

beforeEach(() => {
  window = new FakeWindow();
});
afterEach(() => vi.unstubAllGlobals());

/** A signup whose popup is open. */
async function open(options: object = {}): Promise<{ page: ControllerPage; context: SignupContext }> {
  const page = new ControllerPage({ options });
  page.signup.open();
  await page.start();
  const context = page.context as SignupContext;
  hearAnswers(context);
  return { page, context };
}

const sendOther = async () => {
  window.dispatchEvent(new CustomEvent('klaviyoForms', { detail: { type: 'submit' } }));
  await settled();
};

describe('a visitor who sends another form', () => {
  test('has answered ours, which closes and asks nothing for thirty days', async () => {
    const { page, context } = await open();
    await sendOther();
    expect(page.happened).toEqual(['closed: answered']);
    expect(page.signup.decide()).toMatchObject({ ask: 'nothing', reason: 'asked-lately' });
    const { now } = page.platform;
    expect(context.quiet().askedLately - Math.floor(now() / 1000)).toBe(30 * 86_400);
  });

  test('keeps what was typed in ours', async () => {
    const { page, context } = await open();
    Object.assign(context.popup ?? {}, { isUntouched: () => false });
    await sendOther();
    expect(page.happened).toEqual([]);
    expect(page.signup.decide().reason).toBe('asked-lately');
  });

  test('is remembered for this page alone where nothing may be stored', async () => {
    const { page } = await open({ storage: 'none' });
    await sendOther();
    expect(page.signup.decide().reason).toBe('asked-lately');
    expect([...page.platform.jar.keys()]).toEqual([]);
  });

  test('is noticed once, however often the ask is planned', async () => {
    const { page, context } = await open();
    hearAnswers(context);
    const before = window.listeners;
    hearAnswers(context);
    expect(window.listeners).toBe(before);
    await sendOther();
    expect(page.happened).toEqual(['closed: answered']);
  });

  test('is not noticed once the signup is destroyed', async () => {
    const { page, context } = await open();
    page.signup.destroy();
    hearAnswers(context);
    await sendOther();
    expect([page.signup.decide().reason, window.listeners]).toEqual(['unknown', 0]);
  });
});

test('an unrelated event of the same name breaks nothing', async () => {
  const { page } = await open();
  for (const event of [new Event('klaviyoForms'), new Event('message'), new Event('omnisendForms')]) {
    window.dispatchEvent(event);
  }
  await settled();
  expect(page.happened).toEqual([]);
});

describe('while another dialog is visible', () => {
  let page: ControllerPage;
  let context: SignupContext;
  let opened: number;
  const waits = () =>
    waitForOthers(context, () => {
      opened += 1;
    });

  beforeEach(async () => {
    ({ page, context } = await open());
    context.amend({ hasOpened: false });
    opened = 0;
    window.dialogs = [{}];
  });

  const goesAway = async (ms: number) => {
    window.change([]);
    await page.platform.advance(ms);
  };

  test('ours waits, and opens a delay after it has gone', async () => {
    waits();
    await goesAway(2_900);
    expect(opened).toBe(0);
    await page.platform.advance(1_000);
    expect([opened, page.platform.timers]).toEqual([1, 0]);
  });

  test('ours opens at once after it has gone where QA forces it', async () => {
    context.amend({ qa: 'force' });
    waits();
    await goesAway(300);
    expect(opened).toBe(1);
  });

  test('ours waits once, however often it is to open', async () => {
    waits();
    waits();
    await goesAway(10_000);
    expect(opened).toBe(1);
  });

  test('ours does not open a second time after the host has opened it', async () => {
    waits();
    context.amend({ hasOpened: true });
    await goesAway(10_000);
    expect(opened).toBe(0);
  });

  test.each<[string, () => unknown]>([
    ['the signup is destroyed', () => page.signup.destroy()],
    ['the page is left', () => window.dispatchEvent(new Event('pagehide'))],
    ['five minutes have passed', () => page.platform.advance(300_000)],
  ])('ours stops waiting once %s', async (_what, end) => {
    const { listeners } = window;
    waits();
    await end();
    await goesAway(10_000);
    expect([opened, window.observed, page.platform.timers]).toEqual([0, 0, 0]);
    expect(window.listeners).toBeLessThanOrEqual(listeners);
  });
});

test('ours does not wait where there is no other dialog', async () => {
  const { page, context } = await open();
  context.amend({ hasOpened: false });
  let opened = 0;
  waitForOthers(context, () => {
    opened += 1;
  });
  await page.platform.advance(3_000);
  expect(opened).toBe(1);
});
