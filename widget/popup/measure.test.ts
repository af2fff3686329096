import { afterEach, describe, expect, test, vi } from 'vitest';
import type { SignupContext } from '../signup/session.ts';
import { ControllerPage } from '../test/controller.ts';
import { idOf } from '../test/fixtures.ts';
import { measure } from './measure.ts';

afterEach(() => vi.unstubAllGlobals());

const asked = { ask: 'phone', reason: 'known-needs-phone' } as const;

async function open(options: object = {}): Promise<{ page: ControllerPage; context: SignupContext }> {
  const page = new ControllerPage({ options: { trigger: 'manual', ...options } });
  page.signup.open();
  await page.start();
  const context = page.context as SignupContext;
  measure(context);
  return { page, context };
}

describe('an event', () => {
  test('of the popup says what was asked and why, and the variant', async () => {
    const { page, context } = await open();
    context.amend({ variant: 'warm' });
    context.events.emit('open', { ...asked, isOpenedByHost: false });
    context.events.emit('close', { reason: 'escape' });
    expect(page.announced('open').at(-1)).toEqual({ ...asked, isOpenedByHost: false, variant: 'warm' });
    expect(page.announced('close')).toEqual([
      { reason: 'escape', ask: 'phone', askReason: 'known-needs-phone', variant: 'warm' },
    ]);
  });

  test('of a submission says what was asked when it was made, though something else is asked since', async () => {
    const { page, context } = await open();
    context.events.emit('submit', { id: idOf(1), ...asked });
    context.events.emit('open', { ask: 'email', reason: 'unknown', isOpenedByHost: false });
    context.events.emit('sent', { id: idOf(1), outcome: 'linked' });
    expect(page.announced('sent')).toEqual([{ id: idOf(1), outcome: 'linked', ...asked }]);
  });

  test('of an earlier page’s submission is not changed', async () => {
    const { page, context } = await open();
    context.amend({ variant: 'warm' });
    context.events.emit('failed', { id: idOf(2), status: 422, ...asked, variant: 'plain' });
    expect(page.announced('failed')).toEqual([{ id: idOf(2), status: 422, ...asked, variant: 'plain' }]);
  });

  test('is measured once, however often measuring is asked for', async () => {
    const { page, context } = await open();
    measure(context);
    context.events.emit('close', { reason: 'api' });
    expect(page.announced('close')).toHaveLength(1);
  });
});

describe('the data layer', () => {
  test('receives everything, where the owner wants it', async () => {
    vi.stubGlobal('window', {});
    const { context } = await open({ measure: 'dataLayer' });
    context.events.emit('open', { ...asked, isOpenedByHost: true });
    expect((window as { dataLayer?: unknown }).dataLayer).toEqual([
      { event: 'hello_again_open', ...asked, isOpenedByHost: true },
    ]);
  });

  test('that throws breaks nothing, and its list stays the page’s', async () => {
    const push = vi.fn(() => {
      throw new Error('a tag');
    });
    vi.stubGlobal('window', { dataLayer: { push } });
    const { context } = await open({ measure: 'dataLayer' });
    expect(() => context.events.emit('close', { reason: 'api' })).not.toThrow();
    expect(push).toHaveBeenCalledOnce();
  });

  test('is not created where nobody asked for it', async () => {
    vi.stubGlobal('window', {});
    const { context } = await open();
    context.events.emit('close', { reason: 'api' });
    expect(window).toEqual({});
  });
});
