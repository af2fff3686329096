import type { RuleSetName } from '../../../collector/rules/types.ts';
import type { SideName } from '../../compare/stage.ts';

/** Two new store names, one for each phone. */
export function newStores(
  bytes: Uint8Array = crypto.getRandomValues(new Uint8Array(5)),
): Readonly<Record<SideName, string>> {
  const name = `cmp-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  return { plain: `${name}-a`, hello: `${name}-b` };
}

/** Sets the rules of a store; a new store is created and seeded by that. */
export async function setRules(store: string, rules: RuleSetName, signal: AbortSignal): Promise<void> {
  const answer = await fetch(`/api/rules?store=${store}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ rules }),
    signal,
  });
  if (!answer.ok) throw new Error(`the platform answered ${answer.status}`);
}

/** An address in a phone, with its store and its popup. */
export function addressIn(side: SideName, store: string, path: string): string {
  return `${path}?store=${store}&frame=${side}`;
}
