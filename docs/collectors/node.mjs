// A collector in one file, for Node 20 and newer, without packages: `node node.mjs`. It keeps every sign-up as a line of
// `sign-ups.jsonl`. Hand each new one on where `handOn` is. docs/collectors.md says what it leaves out.
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const { PORT = '8787', ORIGINS = '*', FILE = 'sign-ups.jsonl' } = process.env;
const mostBytes = 64 * 1024;

/** By id: what was answered, and a hash of what was said. */
const taken = new Map();
if (existsSync(FILE)) {
  for (const line of readFileSync(FILE, 'utf8').split('\n').filter(Boolean)) {
    const { submission, receipt } = JSON.parse(line);
    taken.set(submission.id, { said: saidIn(submission), receipt });
  }
}

/** Puts a new sign-up where you want it: a mail, a sheet, your platform's API. Subscribe only what `consents` grants. */
function handOn(_submission) {}

function take(submission) {
  const errors = errorsIn(submission);
  if (errors.length > 0) return [422, { errors }];
  const { id, consents, identity, contact, test } = submission;
  const former = taken.get(id);
  if (former) {
    return former.said === saidIn(submission)
      ? [200, former.receipt]
      : [422, { errors: [{ field: 'id', code: 'id.used' }] }];
  }
  // Links are not verified here, so whose number it is cannot be told: the popup asks for the email.
  if (!contact.email && !identity.identifiers.some(({ field }) => field === 'email'))
    return [409, { ask: 'email+phone' }];
  const isGranted = (channel) => consents.some((consent) => consent.channel === channel && consent.granted);
  const receipt = { outcome: 'accepted', subscribed: { email: isGranted('email'), sms: isGranted('sms') } };
  if (!test) {
    appendFileSync(FILE, `${JSON.stringify({ submission, receipt })}\n`);
    handOn(submission);
  }
  taken.set(id, { said: saidIn(submission), receipt });
  return [200, receipt];
}

/** The least that has to hold. The whole schema is hello-again/schema/submission.v1.json. */
function errorsIn(body) {
  const { version, id, store, contact, consents, identity, widget } = Object(body);
  const wrong = (field, isRight) => (isRight ? [] : [{ field, code: 'invalid' }]);
  const { email, phone } = Object(contact);
  const isHonest = (consent) => {
    const { channel, to, text, textHash } = Object(consent);
    const hash = `sha256-${createHash('sha256').update(String(text)).digest('hex')}`;
    return textHash === hash && (channel === 'email' ? to === email : channel === 'sms' && (!phone || to === phone));
  };
  return [
    ...wrong('version', version === 1),
    ...wrong('id', typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)),
    ...wrong('store', typeof store === 'string' && store.length > 0 && store.length <= 100),
    ...wrong('contact', typeof contact === 'object' && contact !== null),
    ...wrong('contact.email', email === undefined || (/^[^@\s]+@[^@\s]+$/.test(email) && email.length <= 320)),
    ...wrong('contact.phone', phone === undefined || /^\+[1-9]\d{5,14}$/.test(phone)),
    ...wrong('consents', Array.isArray(consents) && consents.length <= 2 && consents.every(isHonest)),
    ...wrong('identity', Array.isArray(Object(identity).identifiers)),
    ...wrong('widget', typeof widget === 'object' && widget !== null),
  ];
}

/** What a submission says. A retry differs by these two members alone. */
function saidIn({ sentAt: _sentAt, widget: { unattended: _unattended, ...widget }, ...said }) {
  return createHash('sha256')
    .update(JSON.stringify({ ...said, widget }))
    .digest('hex');
}

async function answer(request) {
  if (request.method === 'OPTIONS') return [204];
  if (request.method !== 'POST' || !/\/submissions\/?$/.test(request.url.split('?')[0])) return [404, {}];
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) return [415, {}];
  const parts = [];
  let bytes = 0;
  // Read to its end, or the browser sees a broken connection in place of the answer.
  for await (const part of request) {
    bytes += part.length;
    if (bytes <= mostBytes) parts.push(part);
  }
  if (bytes > mostBytes) return [413, { errors: [{ field: 'body', code: 'body.size' }] }];
  let body;
  try {
    body = JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return [400, { errors: [{ field: 'body', code: 'body.json' }] }];
  }
  // The owner's notice asks whether anybody is here.
  return body?.ping === true ? [204] : take(body);
}

createServer(async (request, response) => {
  const { origin } = request.headers;
  const isAllowed = ORIGINS === '*' || ORIGINS.split(',').includes(origin);
  const cors = {
    'access-control-allow-origin': ORIGINS === '*' ? '*' : (origin ?? ''),
    'access-control-allow-headers': 'content-type',
    'access-control-expose-headers': 'retry-after',
    vary: 'origin',
  };
  const [status, body] = origin && !isAllowed ? [403, {}] : await answer(request).catch(() => [500, {}]);
  response.writeHead(status, { 'content-type': 'application/json', ...(isAllowed ? cors : {}) });
  response.end(body && JSON.stringify(body));
}).listen(Number(PORT), function listening() {
  console.log(`The collector listens at http://localhost:${this.address().port}/v1/submissions`);
});
