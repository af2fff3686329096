// A page that stays open for a day, in little; `npm run day` has the large numbers (docs/a-long-day.md).
import { dayShop, loads, playDay } from '../support/day.ts';
import { expect, test } from '../support/fixtures.ts';

const counts: Readonly<Record<string, number>> = {
  'signups on the page': 5,
  'changes of the route': 40,
  'writes to the outbox': 160,
  'nodes on the page': 2_000,
  'bytes of cookies': 8_000,
};

for (const load of loads) {
  const count = counts[load.name] ?? 0;
  test(`after ${count} ${load.name}, destroy() leaves no listener and no node behind`, async ({
    page,
    startSite,
    surprises,
  }) => {
    surprises.tolerate(/503/);
    const { origin } = await startSite(dayShop());
    const { before, after } = await playDay(page, origin, load, count);
    // Fewer, where the browser had not yet thrown away what was there before.
    expect(after.nodes).toBeLessThanOrEqual(before.nodes);
    // A form was filled in there, and Playwright's own listeners come and go by one; eight tries at least would leave one each.
    const ofPlaywright = load.name === 'writes to the outbox' ? 2 : 0;
    expect(after.listeners).toBeLessThanOrEqual(before.listeners + ofPlaywright);
  });
}
