import type { FastifyInstance } from 'fastify';
import { readCounts } from '../../collector/counts/readCounts.ts';
import { resultsOf } from '../../collector/counts/results.ts';
import type { Dependencies } from '../../collector/dependencies.ts';
import { placeOrder } from '../../collector/orders/placeOrder.ts';
import { signatureOf } from '../../collector/orders/registerCheckouts.ts';
import { shapes } from '../../collector/orders/shapes.ts';
import { readProfiles } from '../../collector/store/loadProfiles.ts';
import { hostedWebhook } from './hostedWebhook.ts';
import { writeMails } from './mails.ts';
import { profileViews } from './registerApi.ts';
import type { DemoServices } from './services.ts';
import type { Stores } from './stores.ts';
import type { RecordedTexts } from './texts.ts';

/** What only the demo has. */
interface Own {
  readonly stores: Stores;
  readonly texts: Pick<RecordedTexts, 'forget'>;
  readonly origin: string | undefined;
}

/** The services of the demo's pages. */
export function demoServices(app: FastifyInstance, deps: Dependencies, own: Own): DemoServices {
  const { stores, texts, origin } = own;
  const { database, links, circumstances } = deps;
  return {
    ...(origin === undefined ? {} : { origin }),
    rules: stores.rules,
    setRules: stores.setRules,

    async reset(store) {
      await stores.reset(store);
      texts.forget(store);
    },

    async profiles(store) {
      await stores.touch(store);
      return profileViews(database, store);
    },

    async mails(store) {
      await stores.touch(store);
      const profiles = await readProfiles(database, store, 'all');
      return writeMails(profiles, links, store, circumstances().now);
    },

    async results(store) {
      await stores.touch(store);
      return resultsOf(await readCounts(database, store, circumstances().now - 30 * 24 * 60 * 60 * 1000));
    },

    placeOrder: (store, order) => placeOrder(deps, store, { ...order, id: circumstances().newId() }),

    async hostedOrder(store, order, shape) {
      // As a hosted checkout would send it: signed, through the webhook's route.
      const { headers: unsigned, payload } = hostedWebhook(shape, circumstances().newId(), order);
      const headers = {
        ...unsigned,
        [shapes[shape].signatureHeader]: signatureOf(payload, deps.orderSecrets(store, shape)),
      };
      const answer = await app.inject({ method: 'POST', url: '/v1/checkouts', query: { store }, headers, payload });
      if (answer.statusCode !== 200) throw new Error(`the order webhook was answered ${answer.statusCode}`);
    },
  };
}
