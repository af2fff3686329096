import type { AdapterRequest } from '../adapter.ts';
import { type DoubleAnswer, vendorDouble } from '../vendorDouble.ts';

/** Klaviyo's client API: an empty 202 to everything, and whatever a subscription does not name apart is subscribed. */
export function klaviyoDouble(answer?: (request: AdapterRequest) => DoubleAnswer | undefined) {
  return vendorDouble({
    answer: (request) => answer?.(request) ?? { status: 202 },
    subscribed: (requests) => [
      ...new Set(
        requests
          .filter(({ url }) => url.includes('/client/subscriptions'))
          .flatMap(({ body }) => {
            const { email, phone_number, subscriptions } = JSON.parse(String(body)).data.attributes.profile.data
              .attributes;
            const all = { ...(email ? { email } : {}), ...(phone_number ? { sms: phone_number } : {}) };
            return Object.keys(subscriptions ?? all) as ('email' | 'sms')[];
          }),
      ),
    ],
  });
}
