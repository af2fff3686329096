import type { Page } from '@playwright/test';
import { test as base, expect } from '../support/fixtures.ts';

/** With a scroll bar that takes room, as on Windows; a browser without a screen hides it otherwise. */
const test = base.extend<object, object>({
  launchOptions: [
    async ({ launchOptions }, use) => use({ ...launchOptions, ignoreDefaultArgs: ['--hide-scrollbars'] }),
    { scope: 'worker' },
  ],
});

test.use({ viewport: { width: 480, height: 400 } });

/** Pixels: within the border, and outside the round corner. */
const inside = 2;

for (const layout of ['modal', 'flyout']) {
  test(`a scroll bar makes the corners of a ${layout} popup square`, async ({ shop, popup, page, context }) => {
    await shop.visit('/', { storage: 'allowed', ha: 'force', layout });
    await popup.toAsk('email+phone');
    const { bar, ...box } = await popup.dialog.evaluate(async (dialog: HTMLElement) => {
      // The page behind it is one colour.
      for (const part of document.body.querySelectorAll<HTMLElement>(':scope > :not(hello-again)'))
        part.style.visibility = 'hidden';
      await Promise.all(dialog.getAnimations().map(({ finished }) => finished));
      const { left, top, right, bottom } = dialog.getBoundingClientRect();
      return { left, top, right, bottom, bar: dialog.offsetWidth - dialog.clientWidth };
    });
    expect(bar).toBeGreaterThan(8);

    const shot = (await page.screenshot({ animations: 'disabled' })).toString('base64');
    const [topLeft = 0, topRight = 0, bottomLeft = 0, bottomRight = 0] = await lightAt(await context.newPage(), shot, [
      [box.left + inside, box.top + inside],
      [box.right - 1 - inside, box.top + inside],
      [box.left + inside, box.bottom - 1 - inside],
      [box.right - 1 - inside, box.bottom - 1 - inside],
    ]);
    // What shows at each corner is the page, and the popup's shadow on it.
    expect(Math.abs(topLeft - topRight)).toBeLessThan(8);
    expect(Math.abs(bottomLeft - bottomRight)).toBeLessThan(8);
  });
}

/** How light a screenshot is at some points, from 0 to 255. */
function lightAt(empty: Page, shot: string, points: readonly (readonly [number, number])[]): Promise<number[]> {
  return empty.evaluate(
    async ([png, places]) => {
      const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes]));
      const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      canvas?.drawImage(picture, 0, 0);
      return places.map(([x, y]) => Math.max(...(canvas?.getImageData(x, y, 1, 1).data.slice(0, 3) ?? [])));
    },
    [shot, points] as const,
  );
}
