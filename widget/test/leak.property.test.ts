import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { measure } from '../popup/measure.ts';
import { ControllerPage } from './controller.ts';
import { tokenOf } from './fixtures.ts';

vi.mock('../platform/sha256.ts', () => import('./sha256.ts'));
vi.mock('../platform/cookies.ts', () => import('./cookies.ts'));

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('no event, no line of the console and no explanation holds an identifier', async () => {
  const lines: unknown[] = [];
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'table'] as const) {
    vi.spyOn(console, name).mockImplementation((...line: unknown[]) => void lines.push(...line));
  }
  let heard = 0;
  const dataLayer: unknown[] = [];
  vi.stubGlobal('window', { dataLayer });
  await fc.assert(
    fc.asyncProperty(
      fc.stringMatching(/^[A-Za-z0-9]{12,30}$/),
      fc.constantFrom('allowed', 'banner', 'none'),
      fc.boolean(),
      async (secret, storage, isLoggedIn) => {
        const token = tokenOf(secret);
        const page = new ControllerPage({
          url: `https://shop.example.com/?ha_id=${token}&ha_has=email&e=${secret}@example.com`,
          options: { storage, emailParameters: ['e'], measure: 'dataLayer' },
        });
        if (isLoggedIn) page.signup.identify({ email: `${secret}@example.com`, id: secret });
        await page.start();
        page.signup.open();
        page.signup.setConsent('granted');
        await page.start();
        if (page.context) {
          measure(page.context);
          page.context.events.emit('close', { reason: 'close' });
        }
        const explained = await page.signup.explain(true);
        page.signup.setConsent('denied');
        page.signup.forget();
        await page.start();
        page.signup.destroy();
        heard += page.platform.announced.length;
        const said = JSON.stringify([page.platform.announced, lines, explained, dataLayer]);
        expect(said).not.toContain(secret);
        expect(said).not.toContain(token);
      },
    ),
    { numRuns: 40 },
  );
  expect(heard).toBeGreaterThan(80);
  expect(dataLayer.length).toBeGreaterThan(80);
  expect(lines.length).toBeGreaterThan(40);
});
