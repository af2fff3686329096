import type { Carried } from '../core/identity/issuer.ts';
import { emailIn } from './emailIn.ts';
import type { Provider } from './provider.ts';

/** `<base64, url-safe or not>.<id of the account, six characters>` */
const exchangeId = /^[\w+/=-]{4,512}\.(\w{6})$/;

/**
 * Klaviyo: `_kx` in the links of its mails and texts, and its script's cookie `__kla_id`. The cookie alone makes nobody
 * known: its `cid` is given to every visitor, and only `$exchange_id` or `$email` identify a person.
 *
 * Not known: whether one person's exchange id stays the same (taken as: it does not), whether the script stores the
 * very value of the link (if not, the parameter stays in the address bar), and whether Klaviyo's server adds a phone to
 * the profile of an exchange id, which its schema allows. `klaviyo_id`, on some recommendation links, is not read: what
 * sets it is not documented.
 */
export const klaviyo: Provider = klaviyoOf();

/** `account`: the public key of six characters; the identifiers of other accounts are then no evidence. */
function klaviyoOf(account?: string): Provider {
  const token = (value: unknown): readonly Carried[] => {
    const [, minter] = (typeof value === 'string' && exchangeId.exec(value)) || [];
    const isOurs = minter !== undefined && (account === undefined || minter === account);
    return isOurs ? [{ field: 'profile', value: value as string, strength: 'token' }] : [];
  };
  return {
    issuer: 'klaviyo',
    parameters: [{ name: '_kx', decode: token }],
    cookies: [
      {
        name: '__kla_id',
        decode(raw) {
          const held = JSON.parse(atob(raw)) as { $exchange_id?: unknown; $email?: unknown } | null;
          return [...token(held?.$exchange_id), ...emailIn(held?.$email)];
        },
      },
    ],
    optOut: { cookie: '__kla_off', value: 'true' },
    isStable: false,
    isTakenFromAddress: true,
    ofAccount: klaviyoOf,
    verification: 'documented',
    source: 'https://help.klaviyo.com/hc/en-us/articles/360034666712',
    lastVerified: '2026-11-24',
  };
}
