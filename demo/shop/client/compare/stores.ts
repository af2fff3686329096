import type { RuleSetName } from '../../../collector/rules/types.ts';
import type { SideName } from '../../compare/stage.ts';

/** Names of two stores that nobody has used before, one for each phone. */
export function newStores(
  bytes: Uint8Array = crypto.getRandomValues(new Uint8Array(5)),
): Readonly<Record<SideName, string>> {
  const name = `cmp-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  return { plain: `${name}-a`, hello: `${name}-b` };
}

/** Has the platform behind a store follow these rules; a new store is made and seeded by that. */
export async function setRules(store: string, rules: RuleSetName, signal: AbortSignal): Promise<void> {
  const answer = await fetch(`/api/rules?store=${store}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ rules }),
    signal,
  });
  if (!answer.ok) throw new Error(`the platform answered ${answer.status}`);
}

/** An address in a phone: of its store, and with its popup. */
export function addressIn(side: SideName, store: string, path: string): string {
  return `${path}?store=${store}&frame=${side}`;
}
