import type { Page } from '@playwright/test';
import type { Reason } from '../core/ask/reasons.ts';
import { cookieText } from '../core/memory/cookieText.ts';
import { writeMemory } from '../core/memory/write.ts';
import { mintLink } from '../link/mintLink.ts';
import type { LinkKey } from '../link/types.ts';
import { callSignup } from './callSignup.ts';
import { changeTag } from './changeTag.ts';
import { type VisitorTraits, visitors } from './visitors.ts';

/** Whose links a visitor brings, and what the page says of them. */
export interface VisitOptions {
  /** Signs the links, as your mails do, so that your collector believes them. @default a key that nobody has */
  readonly key?: LinkKey | undefined;
  /** Whom the links are for: your `store`. @default 'test' */
  readonly audience?: string | undefined;
  /** The person whom the link names. @default 'contact-1' */
  readonly subject?: string | undefined;
  /** A number, for a visitor whom the page’s login knows by it. @default a British one that nobody has */
  readonly phone?: string | undefined;
  /** Says yes to the page’s storage question, as its banner would. Without a yes nothing that is remembered counts. */
  readonly grantsStorage?: boolean | undefined;
}

const usualKey: LinkKey = { kid: 'test', secret: 'a key that no collector has in use' };

const usualPhone = '+447700900982';

/**
 * Opens a page as one visitor of the ask table: with the link that was followed, and with what this browser remembers. Use a
 * fresh context for each, since a browser stays who it was.
 *
 * @param reason - the row of the ask table
 */
export async function visitAs(page: Page, reason: Reason, url: string, options: VisitOptions = {}): Promise<void> {
  const address = new URL(url);
  const { key = usualKey, audience = 'test', subject, phone = usualPhone } = options;
  // The rows name people by places; a test may name the first of them.
  const nameOf = (person: string) => (person === 'contact-1' ? (subject ?? person) : person);
  const traits = await visitors[reason]({
    link: (person) => mintLink({ subject: nameOf(person), audience, key }),
    fingerprint: (person) => fingerprintOf(nameOf(person)),
    now: Math.floor(Date.now() / 1000),
    phone,
    path: address.pathname,
  });
  await become(page, address, traits);
  if (options.grantsStorage) await callSignup(page, 'setConsent', 'granted');
  if (traits.login) await callSignup(page, 'identify', traits.login);
}

async function become(page: Page, address: URL, traits: VisitorTraits): Promise<void> {
  const { query = {}, memory, lookup, attributes = {}, referrer } = traits;
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  if (memory) {
    const cookie = { name: 'hello_again', value: cookieText(writeMemory(memory)), url: address.origin };
    await page.context().addCookies([cookie]);
  }
  const lookupPath = '/hello-again-test-lookup';
  if (lookup) await page.route(new URL(lookupPath, address).href, (route) => route.fulfill({ json: lookup }));
  const changes = { ...attributes, ...(lookup ? { lookup: lookupPath } : {}) };
  if (Object.keys(changes).length > 0) await changeTag(page, changes);
  await page.goto(address.href, referrer === undefined ? {} : { referer: referrer });
}

/** As the widget remembers what was refused: the beginning of a SHA-256. */
async function fingerprintOf(key: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  return [...new Uint8Array(hash)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, 6);
}
