import { filterFields, parameterNames, schemaFaults } from './openapi.ts';

export const privateKey = 'pk_0123456789abcdef';

/** A profile of the double. */
export interface DoubleProfile {
  id: string;
  email: string | null;
  phone_number: string | null;
  external_id: string | null;
  _kx: string | null;
  first_name: string | null;
  last_name: string | null;
  properties: Record<string, unknown>;
  consent: { email: string; sms: string };
  stoppedAt: { email: string | null; sms: string | null };
}

export interface DoubleEvent {
  readonly unique_id: string;
  readonly profileId: string;
  readonly metric: string;
  readonly properties: Record<string, unknown>;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

type Json = Record<string, unknown>;
interface Resource {
  readonly id?: string;
  readonly attributes: Json;
}

const links = { self: 'https://a.klaviyo.com/' };

/**
 * Klaviyo’s server API as far as the relay uses it, kept in memory. Every request and every answer is held against the
 * published OpenAPI. What the OpenAPI does not say is marked with where it was read.
 */
export class KlaviyoDouble {
  readonly profiles: DoubleProfile[] = [];
  readonly events: DoubleEvent[] = [];
  readonly requests: string[] = [];
  readonly faults: string[] = [];
  readonly lists: Record<string, 'single_opt_in' | 'double_opt_in'> = {
    EMAIL1: 'single_opt_in',
    TEXTS1: 'single_opt_in',
  };
  /** Numbers of a country that the account has no sending number for. */
  readonly countriesWithoutSender: string[] = ['+81'];
  /** Changes the answer to the next such request: `post /api/events`. */
  readonly next: { request: string; answer: Answer | 'no answer' }[] = [];
  /** Runs before such a request is answered, once. */
  readonly before = new Map<string, () => void>();
  readonly #later: (() => void)[] = [];
  #made = 0;

  /** Does what was only promised: a merge is answered first and done later. */
  settle(): void {
    for (const job of this.#later.splice(0)) job();
  }

  add(profile: Partial<DoubleProfile>): DoubleProfile {
    this.#made += 1;
    const added: DoubleProfile = {
      id: `01GDDKASAP8TKDDA2GRZDS${String(this.#made).padStart(4, '0')}`,
      ...{ email: null, phone_number: null, external_id: null, _kx: null, first_name: null, last_name: null },
      properties: {},
      consent: { email: 'NEVER_SUBSCRIBED', sms: 'NEVER_SUBSCRIBED' },
      stoppedAt: { email: null, sms: null },
      ...profile,
    };
    this.profiles.push(added);
    return added;
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const url = new URL(String(input));
    const method = (init?.method ?? 'GET').toLowerCase() as 'get' | 'post' | 'patch';
    this.requests.push(`${method} ${url.pathname}`);
    const happens = this.before.get(`${method} ${url.pathname}`);
    this.before.delete(`${method} ${url.pathname}`);
    happens?.();
    const planned = this.next.findIndex(({ request }) => `${method} ${url.pathname}`.startsWith(request));
    const [plan] = planned < 0 ? [] : this.next.splice(planned, 1);
    if (plan?.answer === 'no answer') throw new TypeError('fetch failed');
    const answer = plan?.answer ?? this.#answer(url, method, init ?? {});
    const body = answer.body === undefined ? null : JSON.stringify(answer.body);
    return new Response(body, { status: answer.status, headers: answer.headers ?? {} });
  };

  #answer(url: URL, method: 'get' | 'post' | 'patch', init: RequestInit): Answer {
    const headers = new Headers(init.headers);
    if (url.origin !== 'https://a.klaviyo.com') return failure(404, 'not_found', '');
    if (headers.get('authorization') !== `Klaviyo-API-Key ${privateKey}`) return failure(401, 'not_authenticated', '');
    if (!/^\d{4}-\d{2}-\d{2}$/.test(headers.get('revision') ?? '')) return failure(400, 'invalid', '');
    const id = /^\/api\/(?:profiles|lists)\/([^/]+)$/.exec(url.pathname)?.[1];
    const path = id === undefined ? url.pathname : url.pathname.replace(id, '{id}');
    const body = init.body === undefined ? undefined : JSON.parse(String(init.body));
    const unknown = [...url.searchParams.keys()].filter((name) => !parameterNames(path, method).includes(name));
    const faults = [...schemaFaults(path, method, 'request', body), ...unknown.map((name) => `parameter ${name}`)];
    if (faults.length > 0) {
      this.faults.push(...faults);
      return failure(400, 'invalid', '');
    }
    const answer = this.#route(`${method} ${path}`, url, body?.data, decodeURIComponent(id ?? ''));
    if (answer.status === 200 || answer.status === 201) {
      this.faults.push(...schemaFaults(path, method, `${answer.status}`, answer.body));
    }
    return answer;
  }

  #route(operation: string, url: URL, data: Resource, id: string): Answer {
    switch (operation) {
      case 'get /api/profiles':
        return this.#find(url.searchParams.get('filter') ?? '');
      case 'post /api/profiles':
        return this.#create(data);
      case 'patch /api/profiles/{id}':
        return this.#update(id, data);
      case 'post /api/profile-subscription-bulk-create-jobs':
        return this.#subscribe(data);
      case 'post /api/events':
        return this.#record(data);
      case 'post /api/profile-merge':
        return this.#merge(data as unknown as MergeData);
      case 'get /api/lists/{id}':
        return this.#list(id);
      default:
        return failure(404, 'not_found', '');
    }
  }

  #find(filter: string): Answer {
    const [, field = '', value = ''] = /^equals\((\w+),(".*")\)$/s.exec(filter) ?? [];
    if (!filterFields().includes(field)) return failure(400, 'invalid', '');
    const wanted = String(JSON.parse(value));
    if (field === '_kx' && !wanted.includes('.')) return failure(400, 'invalid', '');
    const found = this.profiles.filter((profile) => isSame(profile[field as 'email'], wanted));
    return { status: 200, body: { data: found.map(resourceOf), links } };
  }

  #holders(attributes: Json): DoubleProfile[] {
    const fields = ['email', 'phone_number', 'external_id', '_kx'] as const;
    return this.profiles.filter((profile) =>
      fields.some(
        (field) => typeof attributes[field] === 'string' && isSame(profile[field], String(attributes[field])),
      ),
    );
  }

  #create({ attributes }: Resource): Answer {
    const wrong = identifierFault(attributes);
    if (wrong) return wrong;
    const [holder] = this.#holders(attributes);
    // https://github.com/klaviyo/klaviyo-api-node/issues/75
    if (holder) return duplicate(holder.id);
    const profile = this.add({});
    change(profile, attributes);
    return { status: 201, body: { data: resourceOf(profile) } };
  }

  #update(id: string, { attributes }: Resource): Answer {
    const profile = this.profiles.find((one) => one.id === id);
    if (!profile) return failure(404, 'not_found', '');
    const wrong = identifierFault({ ...attributes, id });
    if (wrong) return wrong;
    const [holder] = this.#holders(attributes);
    // The harshest reading of https://github.com/klaviyo/klaviyo-api-php/issues/63: its own identifier counts as a duplicate, too.
    if (holder) return duplicate(holder.id);
    change(profile, attributes);
    return { status: 200, body: { data: resourceOf(profile) } };
  }

  #subscribe(data: Resource): Answer {
    const { profiles, historical_import: isImport } = data.attributes as {
      profiles: { data: Resource[] };
      historical_import?: boolean;
    };
    const { relationships } = data as unknown as { relationships: { list: { data: { id: string } } } };
    const optIn = this.lists[relationships.list.data.id];
    if (!optIn) return failure(400, 'invalid', '/data/relationships/list');
    for (const { id, attributes } of profiles.data) {
      const channels = attributes.subscriptions as Record<'email' | 'sms', { marketing: Json } | undefined>;
      const phone = String(attributes.phone_number);
      const pointer = '/data/attributes/profiles/data/0/attributes/subscriptions/sms';
      // https://community.klaviyo.com/topic/show?fid=64&tid=12192
      if (channels.sms && this.countriesWithoutSender.some((code) => phone.startsWith(code))) {
        return failure(400, 'invalid', pointer);
      }
      const hasTime = Object.values(channels).some((channel) => channel?.marketing.consented_at !== undefined);
      if (hasTime && !isImport) return failure(400, 'invalid', pointer);
      // A list that asks for a confirmation subscribes nobody yet.
      if (optIn === 'double_opt_in') continue;
      const [holder] = id === undefined ? this.#holders(attributes) : this.profiles.filter((one) => one.id === id);
      const isAnothers = this.#holders(attributes).some((one) => holder && one !== holder);
      if (isAnothers) return failure(400, 'invalid', '/data/attributes/profiles');
      const profile = holder ?? this.add({});
      change(profile, {
        email: attributes.email ?? profile.email,
        phone_number: attributes.phone_number ?? profile.phone_number,
      });
      for (const channel of ['email', 'sms'] as const) {
        if (!channels[channel]) continue;
        // "This API will remove any UNSUBSCRIBE … suppressions": a STOP is undone.
        profile.consent[channel] = 'SUBSCRIBED';
        profile.stoppedAt[channel] = null;
      }
    }
    return { status: 202 };
  }

  #record({ attributes }: Resource): Answer {
    const { unique_id, properties, metric, profile } = attributes as {
      unique_id: string;
      properties: Json;
      metric: { data: { attributes: { name: string } } };
      profile: { data: { id: string } };
    };
    const { name } = metric.data.attributes;
    const isOnFile = this.events.some(
      (e) => e.unique_id === unique_id && e.profileId === profile.data.id && e.metric === name,
    );
    if (!isOnFile) this.events.push({ unique_id, profileId: profile.data.id, metric: name, properties });
    return { status: 202 };
  }

  #merge({ id, relationships }: MergeData): Answer {
    const [source] = relationships.profiles.data;
    const from = this.profiles.find((profile) => profile.id === source?.id);
    const into = this.profiles.find((profile) => profile.id === id);
    if (!from || !into) return failure(404, 'not_found', '');
    this.#later.push(() => {
      this.profiles.splice(this.profiles.indexOf(from), 1);
      into.email ??= from.email;
      if (into.phone_number === null) {
        into.phone_number = from.phone_number;
        into.consent.sms = from.consent.sms;
      }
    });
    return { status: 201, body: { data: { type: 'profile', id, links } } };
  }

  #list(id: string): Answer {
    const optIn = this.lists[id];
    if (!optIn) return failure(404, 'not_found', '');
    return { status: 200, body: { data: { type: 'list', id, attributes: { opt_in_process: optIn }, links } } };
  }
}

interface MergeData {
  readonly id: string;
  readonly relationships: { readonly profiles: { readonly data: readonly { readonly id: string }[] } };
}

function isSame(onFile: string | null, wanted: string): boolean {
  return onFile !== null && onFile.toLowerCase() === wanted.toLowerCase();
}

/** A new number starts without consent: https://help.klaviyo.com/hc/en-us/articles/360035588012 */
function change(profile: DoubleProfile, { properties, ...attributes }: Json): void {
  const { phone_number: phone } = attributes;
  if (typeof phone === 'string' && profile.phone_number !== phone) profile.consent.sms = 'NEVER_SUBSCRIBED';
  Object.assign(profile, attributes);
  Object.assign(profile.properties, properties);
}

function identifierFault(attributes: Json): Answer | undefined {
  const { phone_number: phone, email, external_id, _kx, id } = attributes;
  // Numbers of the North American plan whose area code begins with 0 or 1 cannot exist.
  const isPossible = /^\+[1-9]\d{6,14}$/.test(String(phone)) && !/^\+1[01]/.test(String(phone));
  if (phone !== undefined && !isPossible) return failure(400, 'invalid', '/data/attributes/phone_number');
  if (email !== undefined && !/^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(String(email))) {
    return failure(400, 'invalid', '/data/attributes/email');
  }
  const hasOne = [phone, email, external_id, _kx, id].some((value) => value !== undefined);
  return hasOne ? undefined : failure(400, 'invalid', '/data/attributes');
}

function resourceOf(profile: DoubleProfile): Json {
  const { id, email, phone_number, external_id, first_name, last_name, properties, consent, stoppedAt } = profile;
  const marketing = (channel: 'email' | 'sms') => ({
    [`can_receive_${channel}_marketing`]: consent[channel] === 'SUBSCRIBED',
    consent: stoppedAt[channel] ? 'UNSUBSCRIBED' : consent[channel],
    consent_timestamp: stoppedAt[channel],
    last_updated: stoppedAt[channel],
  });
  const subscriptions = { email: { marketing: marketing('email') }, sms: { marketing: marketing('sms') } };
  const attributes = { email, phone_number, external_id, first_name, last_name, properties, subscriptions };
  return { type: 'profile', id, attributes, links };
}

function failure(status: number, code: string, pointer: string, meta: Json = {}): Answer {
  const error = { id: 'e1', status, code, title: 'Refused', detail: 'Refused.', source: { pointer }, links: {}, meta };
  return { status, body: { errors: [error] } };
}

function duplicate(id: string): Answer {
  return failure(409, 'duplicate_profile', '/data/attributes', { duplicate_profile_id: id });
}
