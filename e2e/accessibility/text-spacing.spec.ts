import type { Page } from '@playwright/test';
import { combinations } from '../../scripts/sample.ts';
import { previewNames } from '../../widget/index.ts';
import { expect, test } from '../support/fixtures.ts';
import { layouts, showState } from '../support/states.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** WCAG 2.2, 1.4.12, as a visitor's own style sheet would. Answers how much taller the popup's text became. */
function spaceOut(page: Page): Promise<number> {
  return page.evaluate(() => {
    const root = document.querySelector('hello-again')?.shadowRoot;
    const text = root?.querySelector('.sheet') as HTMLElement;
    const before = text.scrollHeight;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }
    `);
    root?.adoptedStyleSheets.push(sheet);
    return text.scrollHeight - before;
  });
}

/** Elements whose text has no room, and words that lie over others. */
function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const popup = document.querySelector('hello-again')?.shadowRoot?.querySelector<HTMLElement>('.popup');
    if (!popup) throw new Error('no popup');
    const faults: string[] = [];
    const own = popup.getBoundingClientRect();
    const isText = (node: Node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim();
    let texts = 0;
    for (const element of popup.querySelectorAll<HTMLElement>('*')) {
      // What stands in a field is moved by its caret.
      if (!element.checkVisibility() || element.closest('.trap, .said, select, input')) continue;
      const what = `${element.localName}.${element.className} "${element.textContent?.slice(0, 24)}"`;
      // Of what stands in a line the browser knows no inner size.
      if (element.clientWidth > 0) {
        if (element.scrollWidth > element.clientWidth + 1) faults.push(`${what}: too wide`);
        // A box's label reaches out of its row on purpose, into the gaps around: its target is larger than its words.
        const isRow = element.classList.contains('box');
        if (!isRow && element.scrollHeight > element.clientHeight + 1) faults.push(`${what}: too high`);
      }
      for (const node of [...element.childNodes].filter(isText)) {
        texts += 1;
        const range = document.createRange();
        range.selectNodeContents(node);
        const { left, right } = range.getBoundingClientRect();
        if (left < own.left || right > own.right) faults.push(`${what}: outside`);
      }
    }
    if (texts < 2) faults.push('no text');
    const buttons = [...popup.querySelectorAll<HTMLElement>('.buttons button')].map((b) => b.getBoundingClientRect());
    for (const [i, button] of buttons.entries()) {
      const next = buttons[i + 1];
      if (next && next.top < button.bottom) faults.push(`button ${i + 1} lies over another`);
    }
    return faults;
  });
}

const everyState = combinations(layouts, previewNames);

for (const layout of layouts) {
  test(`no text is cut off with wider text spacing, ${layout}`, async ({ shop, page }) => {
    test.slow();
    for (const [, name] of everyState.filter(([one]) => one === layout)) {
      await showState(shop, name, { layout, query: { fields: 'firstName,birthday' } });
      expect(await spaceOut(page), `${name} was changed`).toBeGreaterThan(0);
      expect(await clipped(page), name).toEqual([]);
    }
  });
}

test('no text is cut off with wider text spacing on a small screen in German', async ({ shop, page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  for (const [locale, name] of combinations(['en', 'de'], ['unticked', 'second', 'verify'])) {
    await showState(shop, name, { layout: 'flyout', locale, region: 'strict' });
    await spaceOut(page);
    expect(await clipped(page), `${name}, ${locale}`).toEqual([]);
  }
});
