import { describe, expect, test, vi } from 'vitest';
import { erase } from '../memory/remember.ts';
import type { SignupContext } from '../signup/session.ts';
import { ControllerPage } from '../test/controller.ts';
import { noteVisit } from './visit.ts';

vi.mock('../platform/sha256.ts', () => import('../test/sha256.ts'));
vi.mock('../platform/cookies.ts', () => import('../test/cookies.ts'));

const origin = 'https://shop.example.com';
const when = { query: ['utm_source=news*'], visitor: 'returning' };

async function visit(about: ConstructorParameters<typeof ControllerPage>[0] = {}) {
  const page = new ControllerPage({ ...about, options: { trigger: { manual: true, when }, ...about?.options } });
  page.signup.open();
  await page.start();
  const context = page.context as SignupContext;
  await noteVisit(context);
  return { page, context };
}

const landing = { url: `${origin}/?utm_source=newsletter`, referrer: 'https://l.instagram.com/' };

describe('a visit', () => {
  test('begins on its landing page, and is remembered on the next', async () => {
    const first = await visit(landing);
    expect(first.context.visit).toEqual({
      pages: 1,
      from: 'l.instagram.com',
      queries: ['utm_source=news*'],
      isReturning: false,
    });
    const next = await visit({ browser: first.page.platform, url: `${origin}/beans`, referrer: `${origin}/` });
    expect(next.context.visit).toEqual({ ...first.context.visit, pages: 2 });
  });

  test('counts a page once, and those of a router', async () => {
    const { page, context } = await visit(landing);
    await noteVisit(context);
    expect(context.visit?.pages).toBe(1);
    page.platform.bar = `${origin}/beans`;
    await noteVisit(context);
    expect(context.visit).toMatchObject({ pages: 2, queries: ['utm_source=news*'] });
  });

  test('in a browser that remembers an earlier one is a returning one', async () => {
    const first = await visit(landing);
    first.page.platform.session.remove('hello_again_visit');
    expect((await visit({ browser: first.page.platform })).context.visit?.isReturning).toBe(true);
  });

  test('keeps nothing of the address but the owner’s own parameters', async () => {
    const { page } = await visit({ url: `${origin}/?utm_source=newsletter&email=penny@example.com&ha_id=x` });
    const kept = page.platform.session.get('hello_again_visit');
    expect(kept).toContain('utm_source=news*');
    expect(kept).not.toMatch(/newsletter|penny|ha_id/);
  });

  test('is erased with the rest', async () => {
    const { page, context } = await visit(landing);
    erase(context.runtime);
    expect(page.platform.session.get('hello_again_visit')).toBeUndefined();
  });
});

describe('where the page may not store', () => {
  test('a visit is this page', async () => {
    const { page, context } = await visit({ ...landing, options: { storage: 'none' } });
    expect(context.visit).toMatchObject({ pages: 1, from: 'l.instagram.com', queries: ['utm_source=news*'] });
    expect([page.platform.session.entries.size, page.platform.jar.size]).toEqual([0, 0]);
  });

  test('nothing is read before the banner is answered', async () => {
    const { page, context } = await visit({ ...landing, options: { storage: 'banner' } });
    expect([context.visit, page.platform.session.entries.size]).toEqual([undefined, 0]);
  });
});
