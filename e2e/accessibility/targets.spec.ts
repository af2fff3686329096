import { combinations } from '../../scripts/sample.ts';
import { previewNames } from '../../widget/index.ts';
import { expect, test } from '../support/fixtures.ts';
import { layouts, showState } from '../support/states.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const everyState = combinations(layouts, previewNames);

for (const layout of layouts) {
  test(`every control is large enough, ${layout}`, async ({ shop, page }) => {
    test.slow();
    const small: string[] = [];
    let looked = 0;
    const states = everyState.filter(([one]) => one === layout);
    for (const [, name] of states) {
      await showState(shop, name, { layout, query: { fields: 'firstName,birthday' } });
      const found = await page.evaluate(() => {
        const root = document.querySelector('hello-again')?.shadowRoot;
        return [...(root?.querySelectorAll<HTMLElement>('button, select, input:not(.trap)') ?? [])].map((control) => {
          // What ticks a box is its label.
          const row = (control as HTMLInputElement).labels?.[0];
          const isBox = control.matches('[type=checkbox]');
          const { width, height } = (isBox && row ? row : control).getBoundingClientRect();
          const isMain = isBox || control.matches('.main, .close, [data-ha=country], [data-ha=phone]');
          return { what: control.dataset.ha ?? control.textContent ?? '', width, height, isMain };
        });
      });
      looked += found.length;
      for (const { what, width, height, isMain } of found) {
        // 2.5.8 asks for 24; what is pressed most has 44.
        const least = isMain ? 44 : 24;
        if (width < least || height < least)
          small.push(`${name}: ${what} ${Math.round(width)} by ${Math.round(height)}`);
      }
    }
    expect(looked).toBeGreaterThan(2 * states.length);
    expect(small).toEqual([]);
  });
}

test('boxes have a size of their own, and clicking their row ticks them', async ({ shop, popup }) => {
  await shop.visit('/plain', { layout: 'modal', delay: '0' });
  await popup.toAsk('email+phone');
  for (const box of [popup.texts, popup.mails]) {
    const id = await box.getAttribute('id');
    const label = popup.dialog.locator(`label[for=${id}]`);
    const { width = 0, height = 0 } = (await label.boundingBox()) ?? {};
    // Its end is as good as its beginning.
    await label.click({ position: { x: width - 3, y: height - 3 } });
    await expect(box).toBeChecked();
    await label.click({ position: { x: 3, y: 3 } });
    await expect(box).not.toBeChecked();
  }
});

test('the teaser has targets of 44 pixels', async ({ shop, popup, page }) => {
  await shop.visit('/plain', { layout: 'modal', teaser: 'true', delay: '0' });
  await popup.toAsk('email+phone');
  await popup.close.click();
  for (const hook of ['teaser', 'teaser-close']) {
    const { width = 0, height = 0 } = (await page.locator(`[data-ha=${hook}]`).boundingBox()) ?? {};
    expect(Math.min(width, height), hook).toBeGreaterThanOrEqual(44);
  }
});
