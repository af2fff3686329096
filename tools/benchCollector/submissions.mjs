import { createHash, randomBytes } from 'node:crypto';

const text =
  'Text me Harbor Coffee’s news and offers at the number above, at most 4 a month. Consent is no condition of buying. Reply STOP to end it. Message and data rates may apply.';
const textHash = `sha256-${createHash('sha256').update(text).digest('hex')}`;
/** A range of mobile numbers: half of them are for those who sign up, and half for those on file. */
export const range = { size: 50_000_000, stride: 30_901_699 };
const links = ['https://harbor.example/terms', 'https://harbor.example/privacy'];

/** @returns {string} a UUID of version 7 */
function uuid() {
  const hex = randomBytes(10).toString('hex');
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}

/**
 * Makes sign-ups that nobody has sent before: each another person with an email and a number that can be, both consented to.
 *
 * @param {string} store
 * @returns {() => { id: string, body: string }}
 */
export function submissionMaker(store) {
  let count = 0;
  const start = randomBytes(4).readUInt32BE();
  return () => {
    count += 1;
    const id = uuid();
    const email = `${randomBytes(6).toString('hex')}-${count}@example.com`;
    // Each once and in no order: neighbours would all meet on one page of an index, which people do not.
    const phone = `+4471${String(((start + count * range.stride) % range.size) * 2 + 1).padStart(8, '0')}`;
    const now = new Date().toISOString();
    const page = 'https://shop.example/product/house-blend';
    const consent = {
      granted: true,
      text,
      textHash,
      textVersion: 'uk-1',
      links,
      locale: 'en-GB',
      region: 'uk',
      method: 'checkbox',
      checkedAt: now,
      page,
    };
    const body = JSON.stringify({
      version: 1,
      id,
      createdAt: now,
      store,
      test: false,
      ask: { kind: 'email+phone', reason: 'unknown' },
      identity: { certainty: 'declared', identifiers: [], setAside: [] },
      contact: { email, phone, fields: { firstName: `Visitor ${count}` } },
      consents: [
        { id: uuid(), channel: 'email', to: email, ...consent },
        { id: uuid(), channel: 'sms', to: phone, ...consent },
      ],
      page: {
        url: page,
        referrerOrigin: 'https://search.example',
        utm: { source: 'newsletter' },
        timeZone: 'Europe/London',
      },
      widget: { version: '0.1.0', signup: 'default', gpc: false },
    });
    return { id, body };
  };
}
