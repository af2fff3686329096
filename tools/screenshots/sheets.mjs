import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** @typedef {{ readonly name: string, readonly file: string, readonly width: number }} Shot */

/**
 * Lays screenshots side by side on one large picture, `sheet-<name>.png`, with an HTML file of the same name.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} folder where the screenshots lie
 * @param {string} name
 * @param {readonly Shot[]} shots
 * @param {number} scale 1 for their own size
 * @param {number} [width] of the sheet
 */
export async function writeSheet(browser, folder, name, shots, scale, width = 2200) {
  const figures = shots.map(
    ({ name: title, file, width: own }) =>
      `<figure style="width:${Math.round(own * scale)}px"><img src="${file}" style="width:100%"><figcaption>${title}</figcaption></figure>`,
  );
  const html = `<!doctype html><meta charset="utf-8"><title>${name}</title><style>body{margin:16px;font:13px system-ui;background:#888;display:flex;flex-wrap:wrap;gap:14px;align-items:flex-start}figure{margin:0}img{display:block}figcaption{padding:4px 0;color:#fff}</style>${figures.join('')}`;
  const file = join(folder, `sheet-${name}.html`);
  writeFileSync(file, html);
  const page = await browser.newPage({ viewport: { width, height: 1200 } });
  await page.goto(pathToFileURL(file).href);
  await page.screenshot({ path: join(folder, `sheet-${name}.png`), fullPage: true });
  await page.close();
}
