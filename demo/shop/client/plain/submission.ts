import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Submission } from '../../../../widget/index.ts';

/** What the popup knows when its button is pressed; `text` as it is shown beside the box and below it. */
type Pressed = Pick<Submission['consents'][number], 'to' | 'text' | 'links' | 'checkedAt' | 'page'> & {
  readonly store: string;
};

/** A number with its consent and no identity, because this popup reads neither links nor memory. */
export function plainSubmission({ store, ...shown }: Pressed): Submission {
  const text = shown.text.replace(/\s+/g, ' ').trim();
  return {
    version: 1,
    id: newUuid(),
    createdAt: new Date().toISOString(),
    store,
    test: false,
    ask: { kind: 'phone', reason: 'always' },
    identity: { certainty: 'none', identifiers: [], setAside: [] },
    contact: { phone: shown.to },
    consents: [
      {
        id: newUuid(),
        channel: 'sms',
        granted: true,
        ...shown,
        text,
        textHash: `sha256-${bytesToHex(sha256(utf8ToBytes(text)))}`,
        textVersion: 'plain-1',
        locale: 'en-GB',
        region: 'uk',
        method: 'checkbox',
      },
    ],
    page: { url: shown.page },
    widget: { version: '1', signup: 'plain' },
  };
}

/** An object's address ends with a UUID. `crypto.randomUUID` is missing on pages without https, as a demo's may be. */
function newUuid(): string {
  const address = URL.createObjectURL(new Blob());
  URL.revokeObjectURL(address);
  return address.slice(-36);
}
