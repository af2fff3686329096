import type { Page } from '@playwright/test';
import { test as base, expect } from '../../support/fixtures.ts';
import { builtFiles, html, routes } from '../../support/sites.ts';
import { scriptTag, shopPage } from '../../support/tag.ts';
import { faultScenario } from './faultScenario.ts';
import { FaultyWay } from './faultySite.ts';

/** A shop whose collector is reached by a way that goes wrong. */
export interface Visit {
  readonly way: FaultyWay;
  /** Opens the shop, in this tab unless another is named. */
  open(attributes?: Readonly<Record<string, string>>, tab?: Page): Promise<void>;
}

export const test = base.extend<{ visit: Visit }>({
  visit: async ({ page, startSite, store, baseURL, surprises }, use, testInfo) => {
    const way = new FaultyWay(`${baseURL}/v1/submissions`);
    // The browser itself says in the console what goes wrong on the way.
    surprises.tolerate(/^console: (Failed to load resource|Access to fetch at)/);
    const collector = await startSite(way.handle, 'collect.localhost');
    const shop = await startSite(
      routes({
        '/hello-again': builtFiles('dist/embed'),
        '/': (request, response) => {
          const asked = new URL(request.url ?? '/', 'http://shop.example').searchParams.get('with');
          const head = scriptTag({
            src: '/hello-again.js',
            collector: `${collector.origin}/v1/submissions`,
            store,
            attributes: JSON.parse(asked ?? '{}'),
          });
          return html(shopPage({ head }))(request, response);
        },
      }),
    );
    await use({
      way,
      async open(attributes = {}, tab = page) {
        await tab.goto(`${shop.origin}/?${new URLSearchParams({ with: JSON.stringify(attributes) })}`);
      },
    });
    faultScenario(testInfo, new Set(way.posted).size);
  },
});

export { expect };
