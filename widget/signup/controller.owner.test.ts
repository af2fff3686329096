import { describe, expect, test, vi } from 'vitest';
import { ControllerPage } from '../test/controller.ts';

vi.mock('../platform/sha256.ts', () => import('../test/sha256.ts'));
vi.mock('../platform/cookies.ts', () => import('../test/cookies.ts'));

const link = 'https://shop.example.com/?ha_id=penny-1';
const banner = { storage: 'banner' };

describe('the owner’s notice', () => {
  test('is not fetched for a customer', async () => {
    const page = new ControllerPage({ url: link });
    await page.start();
    await page.platform.advance(60_000);
    expect(page.loaded).not.toContain('setup');
  });

  test.each<[string, object, boolean]>([
    ['where the owner looks on', {}, true],
    ['with ?ha=check', { url: 'https://shop.example.com/?ha=check' }, false],
    ['where a required option is missing', { options: { terms: '' } }, false],
    ['while the banner has not been answered', { options: banner }, true],
  ])('is fetched %s', async (_where, about, needsSetup) => {
    const page = new ControllerPage(about);
    page.platform.needsSetup = needsSetup;
    await page.start();
    expect(page.happened).toEqual(['setup']);
  });

  test('is shown on the next pages of a tab that asked for it', async () => {
    const earlier = new ControllerPage({ url: 'https://shop.example.com/?ha=check' });
    await earlier.start();
    const page = new ControllerPage({ browser: earlier.platform });
    await page.start();
    expect(page.happened).toEqual(['setup']);
  });

  test('waits until the page is shown', async () => {
    const page = new ControllerPage({ isInactive: true });
    page.platform.needsSetup = true;
    await page.start();
    expect(page.loaded).toEqual([]);
    await page.platform.activate();
    expect(page.happened).toEqual(['setup']);
  });

  test('that cannot be fetched breaks nothing', async () => {
    const page = new ControllerPage();
    page.platform.needsSetup = true;
    page.missing.add('setup');
    await page.start();
    await page.platform.advance(60_000);
    expect([page.shown, page.announced('error')]).toEqual([['email+phone by itself'], []]);
  });
});

test('explain() gives the reason, without personal values', async () => {
  const page = new ControllerPage({ url: link });
  await page.start();
  const told = await page.signup.explain();
  expect(told).toMatchObject({ ask: 'phone', reason: 'known-needs-phone', gate: 'open', keepsClosed: [] });
  expect(JSON.stringify(told)).not.toContain('penny-1');
});
