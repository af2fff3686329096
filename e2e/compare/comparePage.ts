import { type APIRequestContext, expect, type Locator, type Page } from '@playwright/test';
import { Api, type Profile } from '../support/api.ts';

export type SideName = 'plain' | 'hello';
export type Rules = 'thread-2021' | 'merging' | 'careful';

/** The page `/compare`, as somebody watches it. */
export class ComparePage {
  readonly stage: Locator;
  readonly play: Locator;
  readonly says: Locator;

  constructor(private readonly page: Page) {
    this.stage = page.locator('.stage');
    this.play = page.getByRole('button', { name: /^(Play|Play again|Stop)$/ });
    this.says = page.locator('.player').getByRole('status');
  }

  async open(query: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.page.goto(`/compare?${new URLSearchParams(query)}`);
  }

  side(name: SideName): Locator {
    return this.page.locator(`[data-side="${name}"]`);
  }

  /** What the page has computed for a phone. */
  finding(name: SideName): Locator {
    return this.side(name).locator('[data-finding]');
  }

  /** Waits until a run has ended by itself. */
  async toEnd(): Promise<void> {
    await expect(this.stage).not.toHaveAttribute('data-phase', /idle|playing/, { timeout: 25_000 });
    await expect(this.stage, (await this.says.textContent()) ?? '').toHaveAttribute('data-phase', 'done');
  }

  /** The platform's profiles of the store that a phone was in. */
  async profiles(name: SideName, request: APIRequestContext): Promise<readonly Profile[]> {
    const store = (await this.side(name).getAttribute('data-store')) ?? '';
    expect(store, `the store of ${name}`).toMatch(/^cmp-[0-9a-f]{10}-[ab]$/);
    return new Api(request, store).profiles();
  }
}
