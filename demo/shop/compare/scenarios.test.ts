import { expect, it } from 'vitest';
import { openLinks } from '../../collector/links.ts';
import { e164Of } from '../../collector/orders/placeOrder.ts';
import { MemoryStore } from '../../collector/rules/store.ts';
import { ruleSetNames } from '../../collector/rules/types.ts';
import { writeMails } from '../server/mails.ts';
import { seedPeople } from '../server/seed.ts';
import { claims } from './claims.ts';
import { scenarioOf, scenarios } from './scenarios.ts';

it.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('%s can be played', async (_id, scenario) => {
  const store = new MemoryStore();
  let ids = 0;
  seedPeople(store, { now: 0, newId: () => `id-${++ids}` });
  const mails = await writeMails(store, openLinks([{ kid: 'k', secret: 's'.repeat(32) }]), 'shop', 0);
  for (const step of scenario.steps) {
    if (step.does !== 'open-mail') continue;
    expect(mails.find(({ id }) => id === step.mail)?.links).toHaveLength(1);
  }
  expect(e164Of(scenario.who.written, undefined, { country: 'GB' })).toBe(scenario.who.number);
});

it('the scenario is the newsletter unless another is named', () => {
  expect([scenarioOf(null), scenarioOf('nothing'), scenarioOf('forwarded')].map(({ id }) => id)).toEqual([
    'newsletter',
    'newsletter',
    'forwarded',
  ]);
});

it('every scenario has a claim', () => {
  for (const rules of ruleSetNames) expect(Object.keys(claims[rules])).toEqual(scenarios.map(({ id }) => id));
});
