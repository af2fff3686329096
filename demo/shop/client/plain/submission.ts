import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Submission } from '../../../../widget/index.ts';

/** What the popup knows when its button is pressed. */
export interface Pressed {
  readonly store: string;
  /** E.164. */
  readonly phone: string;
  /** The text beside the box and below it, as shown on the screen. */
  readonly words: string;
  /** The addresses that the text links to. */
  readonly links: readonly string[];
  /** When the box was ticked and the button pressed; ISO 8601, UTC. */
  readonly tickedAt: string;
  readonly pressedAt: string;
  /** The page, without its query. */
  readonly page: string;
  readonly newId: () => string;
}

/** A number with its consent and no identity, because this popup reads neither links nor memory. */
export function plainSubmission({ store, phone, words, links, tickedAt, pressedAt, page, newId }: Pressed): Submission {
  const text = words.replace(/\s+/g, ' ').trim();
  return {
    version: 1,
    id: newId(),
    createdAt: pressedAt,
    store,
    test: false,
    ask: { kind: 'phone', reason: 'always' },
    identity: { certainty: 'none', identifiers: [], setAside: [] },
    contact: { phone },
    consents: [
      {
        id: newId(),
        channel: 'sms',
        to: phone,
        granted: true,
        text,
        textHash: `sha256-${bytesToHex(sha256(utf8ToBytes(text)))}`,
        textVersion: 'plain-1',
        links: [...links],
        locale: 'en-GB',
        region: 'uk',
        method: 'checkbox',
        checkedAt: tickedAt,
        page,
      },
    ],
    page: { url: page },
    widget: { version: '1', signup: 'plain' },
  };
}

/** A UUID of version 4. `crypto.randomUUID` is missing on pages that came without https, as a demo's may. */
export function newUuid(bytes: Uint8Array = crypto.getRandomValues(new Uint8Array(16))): string {
  const marked = Uint8Array.from(bytes, (byte, at) =>
    at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte,
  );
  return bytesToHex(marked).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
