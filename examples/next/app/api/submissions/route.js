import { createRelay, klaviyo } from 'hello-again/relay';

const { KLAVIYO_KEY, KLAVIYO_EMAIL_LIST, KLAVIYO_SMS_LIST, HELLO_AGAIN_LINK_SECRET, SHOP_ORIGIN } = process.env;

/** Made with the first request: a build has no secrets. */
let relay;
const handle = (request) => {
  relay ??= createRelay({
    platform: klaviyo({ key: KLAVIYO_KEY, lists: { email: KLAVIYO_EMAIL_LIST, sms: KLAVIYO_SMS_LIST } }),
    store: 'harbor-coffee',
    origins: [SHOP_ORIGIN],
    links: { keys: [{ kid: '2026-11', secret: HELLO_AGAIN_LINK_SECRET }] },
    onError: ({ code, status, step }) => console.error('sign-up not taken', code, status, step),
  });
  return relay(request);
};

export const POST = handle;
export const OPTIONS = handle;
