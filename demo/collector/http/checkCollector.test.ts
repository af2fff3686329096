import { expect, test } from 'vitest';
import { checkCollector } from '../../../widget/cli/checkCollector/checkCollector.ts';
import { onEachDatabase } from '../store/test/onEachDatabase.ts';
import { shopOrigin, startProduction } from '../test/production.ts';

onEachDatabase((database) => {
  test.each([true, false])(
    'the collector keeps the whole protocol that it publishes (in earnest: %s)',
    async (isReal) => {
      // The command posts more in a moment than one address may.
      const { app, store } = await startProduction(database(), { HELLO_AGAIN_RATE_ADDRESS: '0' });
      try {
        const address = await app.listen({ port: 0, host: '127.0.0.1' });
        const url = new URL('/v1/submissions', address);
        const findings = await checkCollector({ url, origin: shopOrigin, store, isReal });
        expect(findings.filter(({ tone }) => tone === 'bad' || tone === 'note')).toEqual([]);
        expect(findings.filter(({ tone }) => tone === 'skipped').length > 0).toBe(!isReal);
      } finally {
        await app.close();
      }
    },
  );
});
