// A collector in one file, for serverless functions that are given a Request and answer a Response: Cloudflare Workers, Deno,
// Bun, Vercel and Netlify functions, route handlers of Next.js, SvelteKit and Astro. docs/collectors.md says what it leaves out.

/**
 * @param {object} options
 * @param {{ get(key: string): Promise<string | null>, put(key: string, value: string): Promise<unknown> }} options.kept
 *   any store of texts by key; a KV namespace is one. A store that is not consistent at once (KV) may take a sign-up twice
 *   that is posted twice within a moment: prefer a database there.
 * @param {readonly string[]} options.origins the pages that may post
 * @param {(submission: any) => Promise<unknown>} [options.handOn] puts a new sign-up where you want it. Subscribe only what
 *   `consents` grants
 */
export function createCollector({ kept, origins, handOn = async () => {} }) {
  return async (request) => {
    const origin = request.headers.get('origin');
    const isAllowed = origin === null || origins.includes('*') || origins.includes(origin);
    const cors = {
      'access-control-allow-origin': origin ?? '*',
      'access-control-allow-headers': 'content-type',
      'access-control-expose-headers': 'retry-after',
      vary: 'origin',
    };
    const [status, body] = isAllowed ? await answer(request, kept, handOn) : [403, {}];
    return new Response(body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json', ...(isAllowed ? cors : {}) },
    });
  };
}

async function answer(request, kept, handOn) {
  if (request.method === 'OPTIONS') return [204];
  if (request.method !== 'POST' || !/\/submissions\/?$/.test(new URL(request.url).pathname)) return [404, {}];
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) return [415, {}];
  const text = await request.text();
  if (text.length > 64 * 1024) return [413, { errors: [{ field: 'body', code: 'body.size' }] }];
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    return [400, { errors: [{ field: 'body', code: 'body.json' }] }];
  }
  // The owner's notice asks whether anybody is here.
  if (body?.ping === true) return [204];
  const errors = await errorsIn(body);
  if (errors.length > 0) return [422, { errors }];

  const { id, contact, identity, consents, test } = body;
  const said = await saidIn(body);
  const former = JSON.parse((await kept.get(id)) ?? 'null');
  if (former)
    return former.said === said ? [200, former.receipt] : [422, { errors: [{ field: 'id', code: 'id.used' }] }];
  // Links are not verified here, so whose number it is cannot be told: the popup asks for the email.
  if (!contact.email && !identity.identifiers.some(({ field }) => field === 'email'))
    return [409, { ask: 'email+phone' }];
  const isGranted = (channel) => consents.some((consent) => consent.channel === channel && consent.granted);
  const receipt = JSON.stringify({
    outcome: 'accepted',
    subscribed: { email: isGranted('email'), sms: isGranted('sms') },
  });
  // First handed on, then kept: what fails between the two is posted again, so hand on by `id`.
  if (!test) await handOn(body);
  await kept.put(id, JSON.stringify(test ? { said, receipt } : { said, receipt, submission: body }));
  return [200, receipt];
}

/** The least that has to hold. The whole schema is hello-again/schema/submission.v1.json. */
async function errorsIn(body) {
  const { version, id, store, contact, consents, identity, widget } = Object(body);
  const wrong = (field, isRight) => (isRight ? [] : [{ field, code: 'invalid' }]);
  const { email, phone } = Object(contact);
  const isHonest = async (consent) => {
    const { channel, to, text, textHash } = Object(consent);
    const isTheirs = channel === 'email' ? to === email : channel === 'sms' && (!phone || to === phone);
    return isTheirs && textHash === `sha256-${await sha256(String(text))}`;
  };
  const areHonest = Array.isArray(consents) && (await Promise.all(consents.slice(0, 3).map(isHonest))).every(Boolean);
  return [
    ...wrong('version', version === 1),
    ...wrong('id', typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)),
    ...wrong('store', typeof store === 'string' && store.length > 0 && store.length <= 100),
    ...wrong('contact', typeof contact === 'object' && contact !== null),
    ...wrong('contact.email', email === undefined || (/^[^@\s]+@[^@\s]+$/.test(email) && email.length <= 320)),
    ...wrong('contact.phone', phone === undefined || /^\+[1-9]\d{5,14}$/.test(phone)),
    ...wrong('consents', areHonest && consents.length <= 2),
    ...wrong('identity', Array.isArray(Object(identity).identifiers)),
    ...wrong('widget', typeof widget === 'object' && widget !== null),
  ];
}

/** What a submission says. A retry differs by these two members alone. */
function saidIn({ sentAt: _sentAt, widget: { unattended: _unattended, ...widget }, ...said }) {
  return sha256(JSON.stringify({ ...said, widget }));
}

async function sha256(text) {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
