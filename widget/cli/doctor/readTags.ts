import type { Page } from '@playwright/test';

/** A script tag by its attributes, in lower case. */
export type Tag = Readonly<Record<string, string>>;

const isOurs = (tag: Tag) =>
  Object.entries(tag).some(
    ([name, value]) =>
      /hello-again(@|\.js|\/dist\/embed)/.test(value) || /^data-(collector|to|hello-again)$/.test(name),
  );

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The tags of ours in a document as the server sent it, before a browser or a script has changed it. */
export function tagsIn(html: string): Tag[] {
  // Comments name tags that are none.
  const text = html.replace(/<!--[\s\S]*?-->/g, '');
  return [...text.matchAll(/<script\b((?:"[^"]*"|'[^']*'|[^'">])*)>/gi)]
    .map(([, attributes = '']) => {
      const pairs = [...attributes.matchAll(/([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)];
      return Object.fromEntries(
        pairs.map(([, name = '', double, single, bare]) => [name.toLowerCase(), plain(double ?? single ?? bare ?? '')]),
      );
    })
    .filter(isOurs);
}

/** The same tags as they stand in the page. */
export async function tagsOn(page: Page): Promise<Tag[]> {
  const all = await page
    .locator('script')
    .evaluateAll((scripts) =>
      scripts.map((script) =>
        Object.fromEntries(script.getAttributeNames().map((name) => [name, script.getAttribute(name) ?? ''])),
      ),
    );
  return all.filter(isOurs);
}

function plain(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole);
}
