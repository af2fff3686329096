import type { Page } from '@playwright/test';

/**
 * Changes attributes of the script tag on every page that is opened from now on, before the script reads them. A page of the
 * npm module has no tag: give `createSignup` other options there.
 *
 * @param attributes - by their names without `data-`; `null` takes one away
 */
export async function changeTag(page: Page, attributes: Readonly<Record<string, string | null>>): Promise<void> {
  await page.addInitScript((changes) => {
    const change = (tag: Element) => {
      for (const [name, value] of Object.entries(changes)) {
        if (value === null) tag.removeAttribute(`data-${name}`);
        else tag.setAttribute(`data-${name}`, value);
      }
    };
    const isTag = (node: Node): node is Element =>
      node instanceof Element && node.matches('script[src*="hello-again.js"],script[data-collector],script[data-to]');
    // What the parser has inserted is told before it is run.
    new MutationObserver((records) => {
      for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) if (isTag(node)) change(node);
    }).observe(document, { childList: true, subtree: true });
  }, attributes);
}
